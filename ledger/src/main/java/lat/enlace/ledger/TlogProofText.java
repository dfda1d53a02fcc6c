// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.note.NoteBounds;

/// The text form of a {@link TlogProof}.
final class TlogProofText {
  private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MAX_BYTES =
      NoteBounds.MAX_NOTE_BYTES + TlogProof.MAX_EXTRA_BYTES * 2 + TlogProof.MAX_PATH * 45 + 128;

  private TlogProofText() {}

  static Bytes format(TlogProof proof) {
    StringBuilder out = new StringBuilder(HEADER);
    if (!proof.extra().isEmpty()) {
      out.append(EXTRA).append(proof.extra().base64()).append('\n');
    }
    out.append(INDEX).append(proof.index()).append('\n');
    proof.path().forEach(hash -> out.append(hash.base64()).append('\n'));
    out.append('\n');
    return Bytes.concat(Bytes.utf8(out.toString()), proof.checkpoint().bytes());
  }

  static TlogProof parse(Bytes encoded) throws LedgerException {
    if (encoded.size() > MAX_BYTES || !encoded.startsWith(Bytes.utf8(HEADER))) {
      throw malformed();
    }
    String text = decode(encoded);
    int split = text.indexOf("\n\n");
    if (split < HEADER.length()) {
      throw malformed();
    }
    List<String> lines =
        new ArrayList<>(List.of(text.substring(HEADER.length(), split).split("\n", -1)));
    Bytes extra = parseExtra(lines);
    long index = parseIndex(lines);
    List<Hash> path = ProofLines.parseHashes(lines);
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(Bytes.utf8(text.substring(split + 2)));
    return new TlogProof(extra, index, path, checkpoint);
  }

  private static Bytes parseExtra(List<String> lines) throws LedgerException {
    if (!lines.getFirst().startsWith(EXTRA)) {
      return Bytes.EMPTY;
    }
    try {
      Bytes extra = Bytes.fromBase64(lines.removeFirst().substring(EXTRA.length()));
      if (extra.isEmpty() || extra.size() > TlogProof.MAX_EXTRA_BYTES) {
        throw malformed();
      }
      return extra;
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM, e);
    }
  }

  private static long parseIndex(List<String> lines) throws LedgerException {
    if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
      throw malformed();
    }
    return ProofLines.parseDecimal(lines.removeFirst().substring(INDEX.length()));
  }

  private static String decode(Bytes encoded) throws LedgerException {
    try {
      return encoded.text();
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM, e);
    }
  }

  private static LedgerException malformed() {
    return new LedgerException(LedgerException.Code.PROOF_FORM);
  }
}
