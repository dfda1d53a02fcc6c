// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NoteTest {
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final SigningKey ED = key("co.example/ledger", SignatureType.ED25519);
  private static final SigningKey PQ =
      key("co.example/ledger", SignatureType.ML_DSA_44_COSIGNATURE);
  private static final SigningKey WITNESS =
      key("ve.example/witness", SignatureType.ED25519_COSIGNATURE);
  private static final List<VerifierKey> BOTH = List.of(ED.verifierKey(), PQ.verifierKey());
  private static final String CHECKPOINT =
      new CheckpointBody("co.example/ledger", 7, Hash.sha256(Bytes.utf8("root"))).text();

  static SigningKey key(String name, SignatureType type) {
    Bytes seed = Hash.sha256(Bytes.utf8("test seed " + name + type)).value();
    return SigningKey.fromSeed(new KeyName(name), type, seed);
  }

  /// The example that stands in the specification.
  @Test
  void verify_acceptsTheExampleOfTheSpecification() throws Exception {
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    String signature =
        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";
    String text = "This is an example message.\n";
    Note note = Note.parse(Bytes.utf8(text + "\n\u2014 example.com/foo " + signature + "\n"));

    assertThat(note.verify(List.of(key)).text()).isEqualTo(text);
  }

  @Test
  void verifyAll_acceptsBothLinesAndIgnoresStrangers() throws Exception {
    Note note = Note.unsigned(CHECKPOINT).sign(ED, AT).sign(WITNESS, AT).sign(PQ, AT);
    VerifiedNote verified = Note.parse(note.bytes()).verifyAll(BOTH);

    assertThat(verified.signatures()).hasSize(2);
    assertThat(verified.by(PQ.verifierKey()).flatMap(VerifiedSignature::time)).contains(AT);
    assertThat(verified.by(ED.verifierKey()).flatMap(VerifiedSignature::time)).isEmpty();
    assertThat(verified.by(WITNESS.verifierKey())).isEmpty();
  }

  @Test
  void verifyAll_refusesWhenOneLineIsMissing() throws Exception {
    Note note = Note.unsigned(CHECKPOINT).sign(ED, AT);

    refused(NoteException.Code.MISSING_SIGNATURE, () -> note.verifyAll(BOTH));
  }

  @Test
  void verify_refusesTheWholeNoteWhenAKnownKeysLineIsWrong() throws Exception {
    NoteSignature good = ED.sign(CHECKPOINT, AT);
    NoteSignature line = PQ.sign(CHECKPOINT, AT);
    byte[] changed = Arrays.copyOf(line.signature().toArray(), line.signature().size());
    changed[changed.length - 1] ^= 1;
    NoteSignature bad = new NoteSignature(line.name(), line.id(), Bytes.copyOf(changed));
    Note note = new Note(CHECKPOINT, List.of(good, bad));

    refused(NoteException.Code.SIGNATURE, () -> note.verify(BOTH));
  }

  @Test
  void sign_refusesACosignatureOverAnythingButACheckpoint() throws Exception {
    Note note = Note.unsigned("an agreement\n");

    refused(NoteException.Code.NOT_A_CHECKPOINT, () -> note.sign(PQ, AT));
    refused(NoteException.Code.NOT_A_CHECKPOINT, () -> note.sign(WITNESS, AT));
    refused(NoteException.Code.TIME, () -> Note.unsigned(CHECKPOINT).sign(PQ, Instant.EPOCH));
  }

  @Test
  void verify_acceptsMlDsaOverAnyText() throws Exception {
    SigningKey key = key("co.example/root", SignatureType.ML_DSA_44_TEXT);
    Note note = Note.unsigned("Tratado\n\nArt\u00edculo 1\n").sign(key, AT);
    VerifierKey reread = VerifierKey.parse(key.verifierKey().text());

    assertThat(Note.parse(note.bytes()).verify(List.of(reread)).text()).isEqualTo(note.text());
  }

  @Test
  void signingKey_isTheSameFromItsSeedAndItsSecretText() throws Exception {
    for (SignatureType type : SignatureType.values()) {
      SigningKey key = key("co.example/key", type);
      SigningKey reread = SigningKey.parseSecretText(key.exposeSecretText());

      assertThat(reread.verifierKey()).isEqualTo(key.verifierKey());
      assertThat(reread.sign(CHECKPOINT, AT)).isEqualTo(key.sign(CHECKPOINT, AT));
      assertThat(key.toString()).isEqualTo("SigningKey[" + key.verifierKey() + "]");
    }
  }

  @Test
  void keyId_differsForEachTypeOfOneKey() {
    Bytes seed = Hash.sha256(Bytes.utf8("one seed")).value();
    KeyName name = new KeyName("co.example/key");

    assertThat(
            Arrays.stream(SignatureType.values())
                .map(type -> SigningKey.fromSeed(name, type, seed).verifierKey().id())
                .distinct())
        .hasSize(SignatureType.values().length);
  }

  private static void refused(NoteException.Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(NoteException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
