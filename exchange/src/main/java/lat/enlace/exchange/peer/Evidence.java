// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.NodeId;

/// What is held against a partner: two heads of its log that cannot both be true. While it stands,
/// nothing but the floor is open to that partner.
public final class Evidence {
  /// Two heads.
  ///
  /// @param path where their sizes differ, the hashes that show it; else empty
  public record Heads(NodeId partner, Bytes before, Bytes shown, Bytes path, Instant at) {}

  private record Standing(String opening) {}

  /// Keeps both heads, enters them in the ledger and suspends the link. Once is enough.
  public void keep(Work work, NodeId partner, List<Bytes> heads) {
    if (against(work, partner)) {
      return;
    }
    Bytes both = Bytes.concat(heads);
    String opening = work.enter(Draft.kept(EntryType.EVIDENCE, both, List.of(), List.of(partner)));
    work.put(
        Store.Space.PEER,
        Keys.of("fork", partner, work.now().toEpochMilli()),
        new Heads(
            partner,
            heads.getFirst(),
            heads.get(1),
            heads.size() > 2 ? heads.get(2) : Bytes.EMPTY,
            work.now()));
    work.put(Store.Space.PEER, Keys.of("evidence", partner), new Standing(opening));
  }

  /// True while two heads stand against {@code partner}.
  public boolean against(Work work, NodeId partner) {
    return work.get(Store.Space.PEER, Keys.of("evidence", partner)).isPresent();
  }

  /// An authority of this state resumed the link knowing them; the heads stay kept.
  public void setAside(Work work, NodeId partner) {
    work.delete(Store.Space.PEER, Keys.of("evidence", partner));
  }
}
