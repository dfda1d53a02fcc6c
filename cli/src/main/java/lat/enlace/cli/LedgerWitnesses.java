// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.util.List;
import java.util.Optional;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;

/// Whether the witnesses that a keys file asks for have cosigned a checkpoint.
///
/// @param needed how many must have
/// @param cosigned the keys of those who have
/// @param wrong the code of what is wrong, empty where nothing is
record LedgerWitnesses(int needed, List<String> cosigned, String wrong) {
  /// No keys file, so nobody was asked for.
  static final LedgerWitnesses NOT_ASKED = new LedgerWitnesses(0, List.of(), "");

  LedgerWitnesses {
    cosigned = List.copyOf(cosigned);
  }

  static LedgerWitnesses of(SignedCheckpoint checkpoint, Quorum quorum) {
    try {
      List<String> cosigned =
          quorum.verify(checkpoint).stream().map(line -> line.key().toString()).toList();
      return new LedgerWitnesses(quorum.needed(), cosigned, "");
    } catch (LedgerException e) {
      return new LedgerWitnesses(quorum.needed(), List.of(), e.code().name());
    }
  }

  boolean ok() {
    return wrong.isEmpty();
  }

  /// For people; empty where nobody was asked for and nobody has cosigned.
  Optional<String> words() {
    if (!ok()) {
      return Optional.of(
          "WRONG: fewer than "
              + needed
              + " of them have cosigned, or a line is false ("
              + wrong
              + ")");
    }
    return needed == 0 && cosigned.isEmpty()
        ? Optional.empty()
        : Optional.of(needed + " asked for, cosigned by " + cosigned);
  }
}
