// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Consent of an originator to a use of what it gave.
@NullMarked
package lat.enlace.workbench.consents;

import org.jspecify.annotations.NullMarked;
