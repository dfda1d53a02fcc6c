// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// {@code ledger verify} and {@code proof verify} over the log and the proofs in `vectors/ledger`.
class LedgerAndProofCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path VECTORS =
      Path.of(System.getProperty("enlace.root", "..")).resolve("vectors/ledger");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path log = Path.of("");

  @BeforeEach
  void copyLog() throws IOException {
    log = folder.resolve("ledger");
    Path from = VECTORS.resolve("log");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = log.resolve(from.relativize(file).toString());
        Files.createDirectories(Files.isDirectory(file) ? to : to.resolveSibling("."));
        if (Files.isRegularFile(file)) {
          Files.copy(file, to);
        }
      }
    }
  }

  @Test
  void ledgerVerify_saysThatALogIsSound() throws Exception {
    assertThat(run("ledger", "verify", log, "--keys", VECTORS.resolve("log.vkeys"))).isZero();
    assertThat(out.toString()).contains("entries     259", "verified under").endsWith("sound\n");
  }

  @Test
  void ledgerVerify_saysThatSignaturesWereNotCheckedWithoutKeys() throws Exception {
    assertThat(run("ledger", "verify", log)).isZero();
    assertThat(out.toString()).contains("NOT CHECKED");
  }

  @Test
  void ledgerVerify_findsAChangedBundleAndNamesIt() throws Exception {
    Path bundle = log.resolve("tile/entries/000");
    byte[] content = Files.readAllBytes(bundle);
    content[1000] ^= 1;
    Files.write(bundle, content);

    assertThat(run("ledger", "verify", log, "--json")).isEqualTo(1);
    JsonNode verdict = JSON.readTree(out.toString());
    assertThat(verdict.get("ok").asBoolean()).isFalse();
    assertThat(verdict.get("signatures").asString()).isEqualTo("not-checked");
    assertThat(verdict.get("findings").toString()).contains("tile/entries/000");
  }

  @Test
  void ledgerVerify_comparesWithAnOlderCheckpoint() throws Exception {
    Path older = VECTORS.resolve("log/checkpoint");

    assertThat(run("ledger", "verify", log, "--since", older, "--json")).isZero();
    assertThat(JSON.readTree(out.toString()).get("since").get("size").asInt()).isEqualTo(259);
    Path changed = folder.resolve("changed");
    Files.writeString(changed, Files.readString(older).replaceFirst("\n259\n", "\n258\n"));
    assertThat(run("ledger", "verify", log, "--since", changed)).isEqualTo(1);
  }

  @Test
  void ledgerVerify_couldNotWithoutAFolder() throws Exception {
    assertThat(run("ledger", "verify", folder.resolve("nowhere"))).isEqualTo(3);
    assertThat(run("ledger")).isEqualTo(2);
    Path noKeys = Files.writeString(folder.resolve("keys"), "not a key\n");
    assertThat(run("ledger", "verify", log, "--keys", noKeys)).isEqualTo(2);
    List<String> both = Files.readAllLines(VECTORS.resolve("log.vkeys"));
    Files.write(noKeys, both.subList(0, 1));
    assertThat(run("ledger", "verify", log, "--keys", noKeys)).isEqualTo(2);
    assertThat(err.toString()).contains("does not hold both keys of co.example/ledger");
  }

  @Test
  void ledgerVerify_countsTheWitnessesThatTheKeysFileAsksFor() throws Exception {
    proofFiles("happy-path-two-witnesses");
    Path keys = folder.resolve("proof.vkeys");

    assertThat(run("ledger", "verify", log, "--keys", keys)).isEqualTo(1);
    assertThat(out.toString()).contains("witnesses   WRONG").endsWith("NOT SOUND\n");
    String proof = Files.readString(folder.resolve("proof"));
    Files.writeString(log.resolve("checkpoint"), proof.substring(proof.indexOf("\n\n") + 2));
    assertThat(run("ledger", "verify", log, "--keys", keys, "--json")).isZero();
    JsonNode verdict = JSON.readTree(out.toString());
    assertThat(verdict.get("quorum").asInt()).isEqualTo(2);
    assertThat(verdict.get("cosignedBy").size()).isEqualTo(2);

    Files.writeString(keys, Files.readString(keys).replace("quorum 2", "quorum 3"));
    assertThat(run("ledger", "verify", log, "--keys", keys)).isEqualTo(2);
  }

  @Test
  void proofVerify_saysWhichEntryOfWhichLog() throws Exception {
    assertThat(verifyProof("happy-path-two-witnesses")).isZero();
    JsonNode verdict = JSON.readTree(out.toString());

    assertThat(verdict.get("ok").asBoolean()).isTrue();
    assertThat(verdict.get("type").asString()).isEqualTo("dispatch");
    assertThat(verdict.get("origin").asString()).isEqualTo("co.example/ledger");
    assertThat(verdict.get("index").asInt()).isEqualTo(200);
    assertThat(verdict.get("cosignedBy").size()).isEqualTo(2);
  }

  @Test
  void proofVerify_refusesEverySpoiltVector() throws Exception {
    try (Stream<Path> vectors = Files.list(VECTORS.resolve("proofs"))) {
      for (Path vector : vectors.sorted().toList()) {
        String name = vector.getFileName().toString().replace(".json", "");
        String expected = JSON.readTree(vector.toFile()).get("expect").asString();
        int exit = expected.startsWith("ok") ? 0 : expected.equals("KEYS") ? 2 : 1;
        assertThat(verifyProof(name)).as(name).isEqualTo(exit);
      }
    }
  }

  @Test
  void proofVerify_refusesAnotherOpening() throws Exception {
    List<Object> command = proofFiles("happy-path");
    Files.write(folder.resolve("entry"), new byte[40]);
    assertThat(run(command.toArray())).isEqualTo(1);
    Files.write(folder.resolve("entry"), new byte[31]);
    assertThat(run(command.toArray())).isEqualTo(1);
    Files.delete(folder.resolve("entry"));
    assertThat(run(command.toArray())).isEqualTo(3);
    assertThat(run("proof", "verify")).isEqualTo(2);
  }

  private int verifyProof(String name) throws IOException {
    List<Object> command = proofFiles(name);
    command.add("--json");
    return run(command.toArray());
  }

  private List<Object> proofFiles(String name) throws IOException {
    JsonNode vector = JSON.readTree(VECTORS.resolve("proofs/" + name + ".json").toFile());
    Path proof = folder.resolve("proof");
    Path entry = folder.resolve("entry");
    Path keys = folder.resolve("proof.vkeys");
    Base64.Decoder base64 = Base64.getDecoder();
    Files.write(proof, base64.decode(vector.get("proofBase64").asString()));
    Files.write(entry, base64.decode(vector.get("openingBase64").asString()));
    List<String> lines = new ArrayList<>();
    vector.get("keys").forEach(line -> lines.add(line.asString()));
    Files.write(keys, lines);
    return new ArrayList<>(
        List.of("proof", "verify", "--proof", proof, "--entry", entry, "--keys", keys));
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    CommandLine line =
        EnlaceMain.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
    return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }
}
