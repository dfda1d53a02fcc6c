// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.wire.Vectors;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.prng.FixedSecureRandom;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The library that carries the seal, against what others published: RFC 9180 for the key schedule
/// and the cipher, the X-Wing draft for the key encapsulation.
class PublishedVectorsTest {
  @TestFactory
  Stream<DynamicTest> hpke_sealsAndOpensAsPublished() {
    return Vectors.files("hpke").stream()
        .map(file -> DynamicTest.dynamicTest(Vectors.name(file), () -> hpke(Vectors.json(file))));
  }

  private static void hpke(JsonNode vector) throws Exception {
    HPKE suite =
        new HPKE(
            HPKE.mode_base,
            (short) vector.get("kem_id").asInt(),
            (short) vector.get("kdf_id").asInt(),
            (short) vector.get("aead_id").asInt());
    byte[] info = Vectors.hex(vector, "info").toArray();
    AsymmetricCipherKeyPair recipient = pair(suite, vector, "skRm", "pkRm");
    AsymmetricKeyParameter publicKey = recipient.getPublic();
    HPKEContextWithEncapsulation sender =
        suite.setupBaseS(publicKey, info, pair(suite, vector, "skEm", "pkEm"));
    assertThat(Bytes.copyOf(sender.getEncapsulation())).isEqualTo(Vectors.hex(vector, "enc"));
    HPKEContext receiver = suite.setupBaseR(Vectors.hex(vector, "enc").toArray(), recipient, info);
    int sequence = 0;
    for (JsonNode encryption : vector.get("encryptions")) {
      byte[] aad = Vectors.hex(encryption, "aad").toArray();
      byte[] plaintext = Vectors.hex(encryption, "plaintext").toArray();
      for (; sequence < encryption.get("sequence").asInt(); sequence++) {
        // Unpublished messages in between only move both sides' sequence numbers.
        receiver.open(aad, sender.seal(aad, plaintext));
      }
      sequence++;
      Bytes ciphertext = Vectors.hex(encryption, "ciphertext");
      assertThat(Bytes.copyOf(sender.seal(aad, plaintext))).isEqualTo(ciphertext);
      assertThat(receiver.open(aad, ciphertext.toArray())).isEqualTo(plaintext);
    }
    for (JsonNode export : vector.get("exports")) {
      byte[] context = Vectors.hex(export, "exporter_context").toArray();
      assertThat(Bytes.copyOf(receiver.export(context, export.get("L").asInt())))
          .isEqualTo(Vectors.hex(export, "exported_value"));
    }
  }

  private static AsymmetricCipherKeyPair pair(
      HPKE suite, JsonNode vector, String privateKey, String publicKey) {
    return suite.deserializePrivateKey(
        Vectors.hex(vector, privateKey).toArray(), Vectors.hex(vector, publicKey).toArray());
  }

  @TestFactory
  Stream<DynamicTest> xwing_encapsulatesAndDecapsulatesAsPublished() {
    return Vectors.files("xwing").stream()
        .map(file -> DynamicTest.dynamicTest(Vectors.name(file), () -> xwing(Vectors.json(file))));
  }

  private static void xwing(JsonNode vector) {
    Bytes seed = Vectors.hex(vector, "seed");
    SealingKey key = SealingKey.of(seed);
    assertThat(key.recipientKey().value().hex())
        .startsWith(vector.get("pkStart").asString())
        .endsWith(vector.get("pkEnd").asString());
    var sent =
        new XWingKEMGenerator(new FixedSecureRandom(Vectors.hex(vector, "eseed").toArray()))
            .generateEncapsulated(key.recipientKey().parameters());
    assertThat(Bytes.copyOf(sent.getEncapsulation()).hex())
        .startsWith(vector.get("ctStart").asString())
        .endsWith(vector.get("ctEnd").asString());
    assertThat(Bytes.copyOf(sent.getSecret())).isEqualTo(Vectors.hex(vector, "ss"));
    byte[] received =
        new XWingKEMExtractor(new XWingPrivateKeyParameters(seed.toArray()))
            .extractSecret(sent.getEncapsulation());
    assertThat(Bytes.copyOf(received)).isEqualTo(Vectors.hex(vector, "ss"));
  }
}
