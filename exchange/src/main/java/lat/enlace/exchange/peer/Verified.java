// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.LinkedHashMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.node.VerifiedNodeRecord;

/// Node records that verified in this process, each by its exact bytes and by the party, with its
/// root keys, under which it did: the same note is looked at every minute, and every signature on
/// it costs. Only what verified is remembered, and only so many.
final class Verified {
  private static final int MOST = 64;

  private final LinkedHashMap<Look, VerifiedNodeRecord> known = new LinkedHashMap<>();

  private record Look(Bytes note, Party party) {}

  /// Verifies a note under a party's root keys, once.
  VerifiedNodeRecord verify(Bytes note, Party party) throws InstrumentException {
    Look look = new Look(note, party);
    VerifiedNodeRecord before = known.get(look);
    if (before != null) {
      return before;
    }
    VerifiedNodeRecord verified = VerifiedNodeRecord.verify(note, party);
    if (known.size() == MOST) {
      known.pollFirstEntry();
    }
    known.put(look, verified);
    return verified;
  }
}
