// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;

/// The lines that proofs and witness requests share: decimals without leading zeroes, one hash a
/// line.
final class ProofLines {
  private static final int MAX_DIGITS = 19;

  private ProofLines() {}

  static long parseDecimal(String digits) throws LedgerException {
    boolean canonical =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    if (!canonical) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM);
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM, e);
    }
  }

  static List<Hash> parseHashes(List<String> lines) throws LedgerException {
    if (lines.size() > TlogProof.MAX_PATH) {
      throw new LedgerException(LedgerException.Code.PROOF_FORM);
    }
    List<Hash> hashes = new ArrayList<>(lines.size());
    for (String line : lines) {
      try {
        hashes.add(Hash.fromBase64(line));
      } catch (MalformedBytesException e) {
        throw new LedgerException(LedgerException.Code.PROOF_FORM, e);
      }
    }
    return hashes;
  }
}
