// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lat.enlace.bytes.Bytes;
import lat.enlace.wire.Vectors;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.Samples;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What is sealed here opens with an independent implementation ({@code @hpke/core} with {@code
/// @hpke/hybridkem-x-wing}), and the reverse. Left out, and said so, where node or npm are missing
/// or the packages cannot be fetched; a failure in the full campaign.
class NpmInteropTest {
  private static final SealingKey KEY = SealingKey.of(Samples.hash(77).value());
  private static final SealContext CONTEXT =
      new SealContext(Samples.CO, Samples.VE, 7, List.of(Samples.hash(1)));

  @TempDir private static Path folder;

  @BeforeAll
  static void fetchThePackages() throws Exception {
    Path files = Vectors.root().resolve("wire/src/test/npm");
    for (String file : List.of("package.json", "package-lock.json", "interop.mjs")) {
      Files.copy(files.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    leaveOutUnless(run(List.of("node", "--version"), ""), "node is not installed");
    leaveOutUnless(
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), ""),
        "npm could not fetch the packages of wire/src/test/npm");
  }

  private static void leaveOutUnless(Run run, String reason) {
    if (run.exit() != 0) {
      System.out.println("NpmInteropTest left out: " + reason);
    }
    if (Boolean.getBoolean("enlace.full")) {
      assertThat(run.exit()).as(reason).isZero();
    }
    Assumptions.assumeTrue(run.exit() == 0, reason);
  }

  @Test
  void sealedHere_opensThere() throws Exception {
    Batch batch = Samples.batch();
    SealedBatch sealed =
        Sealer.seal(
            batch,
            CONTEXT.instruments(),
            KEY.recipientKey(),
            Bytes.concat(Samples.hash(3).value(), Samples.hash(4).value()));
    JsonNode answer =
        ask(
            Map.of(
                "do", "open",
                "privateKey", KEY.seed().hex(),
                "info", CONTEXT.info().hex(),
                "enc", sealed.encapsulation().hex(),
                "ciphertext", sealed.ciphertext().hex()));
    assertThat(Vectors.hex(answer, "plaintext")).isEqualTo(batch.toBytes());
  }

  @Test
  void sealedThere_opensHere() throws Exception {
    Batch batch = Samples.batch();
    JsonNode answer =
        ask(
            Map.of(
                "do", "seal",
                "publicKey", KEY.recipientKey().value().hex(),
                "info", CONTEXT.info().hex(),
                "plaintext", batch.toBytes().hex()));
    SealedBatch sealed =
        new SealedBatch(
            Samples.VE,
            7,
            CONTEXT.instruments(),
            Vectors.hex(answer, "enc"),
            Vectors.hex(answer, "ciphertext"));
    assertThat(Sealer.open(sealed, Samples.CO, KEY).batch()).isEqualTo(batch);
  }

  private static JsonNode ask(Map<String, String> request) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Run run = run(List.of("node", "interop.mjs"), json.writeValueAsString(request));
    assertThat(run.exit()).as(run.output()).isZero();
    return json.readTree(run.output());
  }

  /// A command that ended.
  private record Run(int exit, String output) {}

  private static Run run(List<String> command, String input)
      throws IOException, InterruptedException {
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return new Run(-1, "not installed");
    }
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Run(-1, "did not end");
    }
    return new Run(process.exitValue(), Files.readString(out));
  }
}
