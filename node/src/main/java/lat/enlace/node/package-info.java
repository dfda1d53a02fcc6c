// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The runnable node. Each package below holds one part; `wiring` joins them, `command` starts
/// them.
@NullMarked
package lat.enlace.node;

import org.jspecify.annotations.NullMarked;
