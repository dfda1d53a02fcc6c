// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Today: what burns first, what the safeguards stopped, how the neighbours do.
@NullMarked
package lat.enlace.workbench.today;

import org.jspecify.annotations.NullMarked;
