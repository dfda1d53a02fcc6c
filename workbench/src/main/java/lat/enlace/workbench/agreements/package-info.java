// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Agreements as readable articles beside what the machine does, and the neighbours under them.
@NullMarked
package lat.enlace.workbench.agreements;

import org.jspecify.annotations.NullMarked;
