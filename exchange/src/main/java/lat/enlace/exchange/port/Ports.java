// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import lat.enlace.ledger.LogStorage;
import lat.enlace.matching.Matcher;

/// Everything the core needs from outside.
///
/// @param log the files of this node's ledger, mirrored by the adapter where there is a mirror
public record Ports(
    Clock clock,
    Randomness randomness,
    Store store,
    LogStorage log,
    NodeKeys keys,
    Approval approval,
    Matcher matcher) {}
