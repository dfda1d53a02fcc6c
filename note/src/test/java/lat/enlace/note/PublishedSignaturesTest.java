// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The algorithms against Wycheproof, and ML-DSA-44 signing over the C2SP/CCTV messages.
class PublishedSignaturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void ed25519_agreesWithWycheproof() throws Exception {
    JsonNode file = read("C2SP+wycheproof/testvectors_v1", "ed25519_test.json");
    int count = 0;
    for (JsonNode group : file.get("testGroups")) {
      Bytes key = hex(group.get("publicKey").get("pk"));
      for (JsonNode test : group.get("tests")) {
        compare(Algorithm.ED25519, key, test);
        count++;
      }
    }
    assertThat(count).isEqualTo(file.get("numberOfTests").asInt());
  }

  /// Vectors with a context string are for another use: notes sign with the empty one.
  @Test
  void mlDsa44_agreesWithWycheproof() throws Exception {
    JsonNode file = read("C2SP+wycheproof/testvectors_v1", "mldsa_44_verify_test.json");
    int count = 0;
    for (JsonNode group : file.get("testGroups")) {
      Bytes key = hex(group.get("publicKey"));
      for (JsonNode test : group.get("tests")) {
        if (!test.has("ctx") || test.get("ctx").asString().isEmpty()) {
          compare(Algorithm.ML_DSA_44, key, test);
          count++;
        }
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  @Test
  void mlDsa44_signsAllMessagesDeterministically() throws Exception {
    JsonNode messages = read("C2SP+CCTV/ML-DSA/benchmark", "ML-DSA-44.json");
    Bytes seed = Bytes.copyOf(new byte[SigningKey.SEED_BYTES]);
    SigningKey key =
        SigningKey.fromSeed(new KeyName("example.com/zero"), SignatureType.ML_DSA_44_TEXT, seed);
    Set<Bytes> signatures = new HashSet<>();
    for (JsonNode message : messages) {
      String text = message.asString() + "\n";
      NoteSignature line = key.sign(text, Instant.EPOCH);
      if (signatures.size() < 10) {
        assertThat(key.sign(text, Instant.EPOCH)).isEqualTo(line);
      }
      assertThat(key.verifierKey().verify(text, line).line()).isEqualTo(line);
      signatures.add(line.signature());
    }
    assertThat(signatures).hasSize(messages.size());
  }

  private static void compare(Algorithm algorithm, Bytes key, JsonNode test) throws Exception {
    Bytes message = hex(test.get("msg"));
    Bytes signature = hex(test.get("sig"));
    if (test.get("result").asString().equals("valid")) {
      algorithm.check(key, message, signature);
    } else {
      assertThatThrownBy(() -> algorithm.check(key, message, signature))
          .as("%s %s", test.get("tcId"), test.get("comment"))
          .isInstanceOf(NoteException.class);
    }
  }

  private static JsonNode read(String folder, String name) {
    return JSON.readTree(SharedData.vectors(folder).resolve(name).toFile());
  }

  private static Bytes hex(JsonNode value) throws Exception {
    return Bytes.fromHex(value.asString());
  }
}
