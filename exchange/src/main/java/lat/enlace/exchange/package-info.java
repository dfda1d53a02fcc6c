// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The protocol core: what officers and partners can do, as use cases over ports.
///
/// {@link lat.enlace.exchange.Exchange} is one node's core. It is deterministic and runs on one
/// thread at a time: clock, randomness, storage, ledger storage and network come in through {@code
/// lat.enlace.exchange.port}, so that the simulator runs a whole federation from a seed. The road
/// of a question stands in docs/spec/exchange.md.
@NullMarked
package lat.enlace.exchange;

import org.jspecify.annotations.NullMarked;
