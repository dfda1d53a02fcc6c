// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.time.Instant;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.Commitment;
import lat.enlace.ledger.Opening;

/// An entry on its way to the ledger.
///
/// @param commitment of the opening, computed once because it is asked for often
/// @param stored the row of its opening, written more than once
record Entry(Draft draft, Opening opening, Commitment commitment, Bytes stored) {
  static Entry of(Draft draft, Opening opening, Instant at) {
    OpeningRow row =
        new OpeningRow(
            draft.type(), opening.salt(), opening.content(), draft.about(), draft.partner(), at);
    return new Entry(draft, opening, opening.commit(draft.type()), Stored.of(row));
  }

  /// Names the opening: the digest committed to, in hexadecimal.
  String id() {
    return commitment.digest().value().hex();
  }
}
