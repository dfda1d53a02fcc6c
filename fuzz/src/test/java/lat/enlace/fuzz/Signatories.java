// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;

/// States that sign whatever the fuzzer writes, so that what stands behind a signature is reached.
final class Signatories {
  private static final List<String> STATES = List.of("co", "ve");

  /// Names the root keys of these states; the accession among the seeds names its hash.
  private static final String AGREEMENT = "instrument.InstrumentReader.read/co-ve";

  private static final Signatories ONLY = new Signatories();

  private final SignedInstrument agreement;

  private Signatories() {
    try {
      byte[] text = Files.readAllBytes(Corpus.root().resolve(AGREEMENT));
      agreement = SignedInstrument.verify(signed(Bytes.copyOf(text), STATES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InstrumentException e) {
      throw new IllegalStateException("the seed is valid", e);
    }
  }

  /// An agreement of two of them, which others may join.
  static SignedInstrument agreement() {
    return ONLY.agreement;
  }

  static Instrument instrument() {
    return ONLY.agreement.instrument();
  }

  /// The text as a note signed by these states; the text itself if no note can hold it.
  static Bytes signed(Bytes text, List<String> states) {
    try {
      Note note = Note.unsigned(Inputs.text(text.toArray()));
      for (String state : states) {
        for (SigningKey key : keys(state)) {
          note = note.sign(key, Instant.EPOCH);
        }
      }
      return note.bytes();
    } catch (NoteException | IllegalArgumentException e) {
      return text;
    }
  }

  /// The root keys of a state: Ed25519, then ML-DSA-44.
  static List<SigningKey> keys(String state) {
    KeyName name = new KeyName(state + ".example/enlace/root");
    return List.of(
        SigningKey.fromSeed(name, SignatureType.ED25519, seed(state, "ed25519")),
        SigningKey.fromSeed(name, SignatureType.ML_DSA_44_TEXT, seed(state, "ml-dsa-44")));
  }

  private static Bytes seed(String state, String algorithm) {
    return Hash.sha256(Bytes.utf8("fuzz/" + state + "/" + algorithm)).value();
  }
}
