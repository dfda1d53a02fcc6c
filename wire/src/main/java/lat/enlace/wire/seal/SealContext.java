// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import java.util.List;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;

/// What a seal is bound to: opening under any other context fails.
///
/// @param recipientRecord number of the recipient's node record that names the key
/// @param instruments SHA-256 of the text of each instrument the batch rests on, ascending, none
///   twice, at most 16; none for what rests on no instrument
public record SealContext(
    NodeId sender, NodeId recipient, long recipientRecord, List<Hash> instruments) {
  /// Most instruments one batch rests on.
  public static final int MAX_INSTRUMENTS = 16;

  private static final Bytes LABEL = Bytes.utf8("enlace/v1/batch");

  /// Copies and checks the bounds.
  public SealContext {
    instruments = List.copyOf(instruments);
    if (recipientRecord < 0 || instruments.size() > MAX_INSTRUMENTS) {
      throw new IllegalArgumentException("a seal context beyond its bounds");
    }
    if (!instruments.equals(instruments.stream().sorted().distinct().toList())) {
      throw new IllegalArgumentException("instruments stand in ascending order, none twice");
    }
  }

  /// The {@code info} of HPKE's key schedule (docs/spec/batch.md, "Seal").
  Bytes info() {
    ByteWriter out =
        new ByteWriter()
            .sized(LABEL)
            .sized(Bytes.utf8(sender.value()))
            .sized(Bytes.utf8(recipient.value()))
            .u63(recipientRecord)
            .u8(instruments.size());
    instruments.forEach(out::hash);
    return out.toBytes();
  }
}
