// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.time.Instant;
import lat.enlace.ledger.Commitment;
import lat.enlace.ledger.Opening;

/// An entry on its way to the ledger.
///
/// @param commitment of the opening, computed once because it is asked for often
record Entry(Draft draft, Opening opening, Instant at, Commitment commitment) {
  static Entry of(Draft draft, Opening opening, Instant at) {
    return new Entry(draft, opening, at, opening.commit(draft.type()));
  }

  /// Names the opening: the digest committed to, in hexadecimal.
  String id() {
    return commitment.digest().value().hex();
  }

  OpeningRow row() {
    return new OpeningRow(
        draft.type(), opening.salt(), opening.content(), draft.about(), draft.partner(), at);
  }
}
