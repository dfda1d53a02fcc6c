// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What the core needs from the world. Adapters live in the node, fakes in the testkit; both pass
/// the same contracts.
@NullMarked
package lat.enlace.exchange.port;

import org.jspecify.annotations.NullMarked;
