// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Alerts issued, and alerts of partners.
@NullMarked
package lat.enlace.workbench.alerts;

import org.jspecify.annotations.NullMarked;
