// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import lat.enlace.exchange.Identity;
import lat.enlace.exchange.decide.Coverage;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Approval;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Journal;

/// What answering works with.
public record AnswerParts(
    Identity own,
    Journal journal,
    Accords accords,
    Decider decider,
    Letters letters,
    Readings readings,
    Shelves shelves,
    Coverage coverage,
    Pseudonyms pseudonyms,
    Approval approval,
    Randomness randomness) {}
