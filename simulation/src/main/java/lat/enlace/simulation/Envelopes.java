// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.dispatch.DispatchCodec;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;
import lat.enlace.wire.seal.SealingKey;

/// Looks into sealed batches with the recipient's keys.
final class Envelopes {
  private Envelopes() {}

  static LogExtract opened(Bytes envelope, TestNode from, TestNode to) {
    for (SealingKey key : to.keys().sealingKeys()) {
      try {
        return Sealer.open(SealedBatch.parse(envelope), from.id(), key).batch().extract();
      } catch (WireException e) {
        if (e.code() != WireException.Code.UNSEAL_FAILED) {
          throw new IllegalStateException("what an honest node sealed is a batch", e);
        }
      }
    }
    throw new IllegalStateException("what an honest node sealed opens");
  }

  /// True if the answer takes a batch in; false if it refuses it as a whole.
  static boolean accepts(Bytes answer) {
    try {
      return Ack.parse(answer) instanceof Ack.Accepted;
    } catch (WireException e) {
      return false;
    }
  }

  static List<Dispatch> dispatches(LogExtract extract) {
    List<Dispatch> all = new ArrayList<>();
    for (ProvenEntry entry : extract.entries()) {
      all.add(dispatch(entry.content()));
    }
    return all;
  }

  static Dispatch dispatch(Bytes content) {
    try {
      return DispatchCodec.decode(content);
    } catch (WireException e) {
      throw new IllegalStateException("what an honest node sends is a dispatch", e);
    }
  }
}
