// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The holder's desk: both records side by side, release or refuse on a clock.
@NullMarked
package lat.enlace.workbench.held;

import org.jspecify.annotations.NullMarked;
