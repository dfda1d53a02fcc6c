// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;

/// What was taken back leaves a mark beside the ledger and its mirror, which outlives the database:
/// a word under a keyed digest of what brought the data (docs/spec/handling.md, "After a restore").
public final class Marks {
  /// Nothing may be left of it.
  public static final String ERASED = "erased";

  static final String WITHDRAWN = "withdrawn";
  static final String NARROWED = "narrowed";

  private final Journal journal;
  private final Letters letters;

  /// Under the secret of {@code letters}.
  public Marks(Journal journal, Letters letters) {
    this.journal = journal;
    this.letters = letters;
  }

  /// Says {@code word} of what was received under {@code proof}.
  public void put(Work work, String proof, String word) {
    work.mark(digest(proof), word);
  }

  /// The last word on what was received under {@code proof}, if there is one.
  ///
  /// @throws ExchangeException with code UNAVAILABLE if the marks cannot be read
  public Optional<String> word(String proof) throws ExchangeException {
    return journal.marked(digest(proof));
  }

  private Hash digest(String proof) {
    return Hash.sha256(Bytes.utf8(letters.keyed(Keys.of("recalled", proof))));
  }
}
