// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Whom this node knows: adopted instruments, node records, what was seen of each log, and how
/// dispatches to them are written.
@NullMarked
package lat.enlace.exchange.peer;

import org.jspecify.annotations.NullMarked;
