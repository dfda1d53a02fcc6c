// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Fakes of the core's ports, the contract every store keeps, nodes and a whole federation of them
/// in one thread.
@NullMarked
package lat.enlace.testkit.exchange;

import org.jspecify.annotations.NullMarked;
