// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Every file of `vectors/ledger`; the name of a file is the reason it passes or fails.
class LedgerVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path VECTORS =
      Path.of(System.getProperty("enlace.root", "..")).resolve("vectors/ledger");

  /// Reads one vector.
  private interface Reading {
    void read(JsonNode vector) throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> commitments() throws Exception {
    return cases("commitments", LedgerVectorsTest::commit);
  }

  @Test
  void commitments_areThereForEveryType() throws Exception {
    try (Stream<Path> files = Files.list(VECTORS.resolve("commitments"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(EntryType.values()).map(type -> type.code() + ".json").toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> proofs() throws Exception {
    return cases(
        "proofs", vector -> assertThat(outcome(vector)).isEqualTo(vector.get("expect").asString()));
  }

  @Test
  void log_isSoundAndVerifiesUnderItsKeys() throws Exception {
    Bytes keys = Bytes.copyOf(Files.readAllBytes(VECTORS.resolve("log.vkeys")));
    HeapLogStorage log = new HeapLogStorage();
    Path root = VECTORS.resolve("log");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        log.write(root.relativize(file).toString(), Bytes.copyOf(Files.readAllBytes(file)));
      }
    }
    FsckReport report = Fsck.check(log, TrustedKeys.parse(keys).keys());

    assertThat(report.findings()).isEmpty();
    assertThat(new LogReader(log).at(LedgerVectors.SIZE).entry(200)).isEqualTo(Logs.entry(200));
  }

  private static void commit(JsonNode vector) throws Exception {
    Opening opening =
        new Opening(
            Bytes.fromHex(vector.get("salt").asString()),
            Bytes.fromBase64(vector.get("contentBase64").asString()));
    Commitment entry = Commitment.parse(Bytes.fromHex(vector.get("entry").asString()));
    Optional<EntryType> type = opening.typeIn(entry);

    assertThat(type.map(EntryType::code)).contains(vector.get("type").asString());
    assertThat(entry.leafHash().value().hex()).isEqualTo(vector.get("leafHash").asString());
  }

  private static String outcome(JsonNode vector) throws Exception {
    List<String> lines = new ArrayList<>();
    vector.get("keys").forEach(line -> lines.add(line.asString()));
    Opening opening = Opening.parse(Bytes.fromBase64(vector.get("openingBase64").asString()));
    try {
      TrustedKeys trusted = TrustedKeys.parse(Bytes.utf8(String.join("\n", lines)));
      TlogProof proof = TlogProof.parse(Bytes.fromBase64(vector.get("proofBase64").asString()));
      ProofPolicy policy = trusted.policyFor(proof.checkpoint().checkpoint().origin());
      ProvedEntry proved = proof.verify(opening.commit(EntryType.DISPATCH).leafHash(), policy);
      return "ok dispatch " + proved.leaf().index();
    } catch (LedgerException e) {
      return e.code().name();
    }
  }

  private static Stream<DynamicTest> cases(String kind, Reading reading) throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.list(VECTORS.resolve(kind))) {
      files = found.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> reading.read(JSON.readTree(file.toFile()))));
  }
}
