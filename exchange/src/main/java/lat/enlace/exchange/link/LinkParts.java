// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import lat.enlace.exchange.Identity;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Evidence;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.exchange.record.Journal;

/// What the links are made of.
public record LinkParts(
    Identity own,
    Journal journal,
    Accords accords,
    Peers peers,
    Heads heads,
    Evidence evidence,
    Decider decider,
    NodeKeys keys,
    Randomness randomness) {
  Extracts extracts() {
    return new Extracts(own, journal, peers);
  }
}
