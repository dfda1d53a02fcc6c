// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.note.NoteBounds;

/// What a log asks of a witness: to cosign `checkpoint`, which grew from the tree of `oldSize` that
/// the witness cosigned last (C2SP tlog-witness, `add-checkpoint`). Not verified.
public record CosignRequest(long oldSize, List<Hash> path, SignedCheckpoint checkpoint) {
  private static final String OLD = "old ";
  private static final int MAX_BYTES = NoteBounds.MAX_NOTE_BYTES + TlogProof.MAX_PATH * 45 + 64;

  /// Checks the bounds and copies the path.
  public CosignRequest {
    path = List.copyOf(path);
    if (oldSize < 0 || path.size() > TlogProof.MAX_PATH) {
      throw new IllegalArgumentException("a request beyond the bounds");
    }
  }

  /// Reads the body of a request.
  ///
  /// @throws LedgerException with code PROOF_FORM, CHECKPOINT or ORIGIN_FORM
  public static CosignRequest parse(Bytes body) throws LedgerException {
    if (body.size() > MAX_BYTES) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM);
    }
    String text = decode(body);
    int split = text.indexOf("\n\n");
    if (!text.startsWith(OLD) || split < 0) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM);
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, split).split("\n", -1)));
    long oldSize = ProofLines.parseDecimal(lines.removeFirst().substring(OLD.length()));
    return new CosignRequest(
        oldSize,
        ProofLines.parseHashes(lines),
        SignedCheckpoint.parse(Bytes.utf8(text.substring(split + 2))));
  }

  /// The body of the request.
  public Bytes bytes() {
    StringBuilder out = new StringBuilder(OLD).append(oldSize).append('\n');
    path.forEach(hash -> out.append(hash.base64()).append('\n'));
    return Bytes.concat(Bytes.utf8(out.append('\n').toString()), checkpoint.bytes());
  }

  private static String decode(Bytes body) throws LedgerException {
    try {
      return body.text();
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM, e);
    }
  }
}
