// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What every command owes to a script: answers on standard output alone, words on standard error,
/// exit codes 0 done, 1 no, 2 wrong use, 3 could not; never a stack trace.
class CommandContractTest {
  private static final String FILE = "<file>";

  @TempDir private Path folder = Path.of("");

  /// The files a stranger may name by mistake; a folder and a missing one come besides.
  @BeforeEach
  void write() throws IOException {
    Files.createDirectory(folder.resolve("año nuevo"));
    Files.createFile(folder.resolve("empty"));
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    Files.write(folder.resolve("noise"), noise);
    Files.writeString(folder.resolve("año nuevo/text"), "niños y números\n");
  }

  static List<List<String>> everyCommand() {
    List<List<String>> found = new ArrayList<>();
    collect(EnlaceMain.commandLine(silent(), silent()), List.of(), found);
    return found;
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> found) {
    line.getSubcommands()
        .forEach((name, command) -> {
          if (!name.equals("help")) {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            found.add(deeper);
            collect(command, deeper, found);
          }
        });
  }

  private static PrintWriter silent() {
    return new PrintWriter(Writer.nullWriter());
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommand_explainsItselfOnStandardOutput(List<String> path) {
    Shell help = Shell.run(with(path, "--help"));
    assertThat(help.exit()).isZero();
    assertThat(help.out()).startsWith("Usage: enlace " + String.join(" ", path));
    assertThat(help.err()).isEmpty();
    Shell version = Shell.run(with(path, "--version"));
    assertThat(version.exit()).isZero();
    assertThat(version.out()).isEqualTo(EnlaceMain.VERSION + System.lineSeparator());
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommand_refusesAnUnknownOption(List<String> path) {
    Shell run = Shell.run(with(path, "--no-such-option"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: enlace").doesNotContain("Exception");
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommand_saysWhatIsMissing(List<String> path) {
    if (path.equals(List.of("identifiers", "formats"))) {
      return;
    }
    Shell run = Shell.run(path.toArray());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: enlace").doesNotContain("Exception");
  }

  /// Commands that read a file, the place of the file marked.
  static Stream<List<String>> readers() {
    String sample = root().resolve("samples/templates/co-ve.yaml").toString();
    String log = root().resolve("vectors/ledger/log").toString();
    String keys = root().resolve("vectors/ledger/log.vkeys").toString();
    return Stream.of(
        List.of("import", FILE),
        List.of("import", "--check", FILE),
        List.of("export", FILE),
        List.of("instrument", "check", FILE),
        List.of("instrument", "show", FILE),
        List.of("instrument", "diff", FILE, sample),
        List.of("instrument", "diff", sample, FILE),
        List.of("instrument", "sign", FILE, "--key", FILE),
        List.of("instrument", "verify", FILE),
        List.of("instrument", "verify", FILE, "--json"),
        List.of("instrument", "decide", FILE, "--question", FILE),
        List.of("keys", "show", FILE),
        List.of("ledger", "verify", FILE),
        List.of("ledger", "verify", log, "--keys", FILE),
        List.of("ledger", "verify", log, "--keys", keys, "--since", FILE),
        List.of("proof", "verify", "--proof", FILE, "--entry", FILE, "--keys", keys),
        List.of("proof", "verify", "--proof", FILE, "--entry", FILE, "--keys", FILE));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void everyReader_refusesWhatIsNotItsFileInWords(List<String> command) {
    for (String name : List.of("nowhere", "empty", "noise", "año nuevo", "año nuevo/text")) {
      Path given = folder.resolve(name);
      List<String> filled =
          command.stream().map(word -> word.equals(FILE) ? given.toString() : word).toList();
      Shell run = Shell.run(filled.toArray());
      assertThat(run.exit()).as(filled + run.out() + run.err()).isIn(1, 2, 3);
      assertThat(run.err() + run.out())
          .as(String.join(" ", filled))
          .isNotBlank()
          .doesNotContain("Exception")
          .doesNotContain("fault of the program")
          .doesNotContain("niños");
      if (name.equals("nowhere")) {
        assertThat(run.exit()).isEqualTo(EnlaceMain.COULD_NOT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(given + ": there is no such");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void everyReader_saysThatAFileIsClosedToIt(List<String> command) throws Exception {
    Path closed = Files.writeString(folder.resolve("closed"), "x\n");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        closed.toFile().setReadable(false) && !Files.isReadable(closed),
        "whoever runs this reads every file");
    Object[] filled =
        command.stream().map(word -> word.equals(FILE) ? closed.toString() : word).toArray();
    Shell run = Shell.run(filled);
    assertThat(run.exit()).isIn(2, 3);
    assertThat(run.err()).contains("closed").doesNotContain("Exception");
  }

  @Test
  void options_areTakenOnce() {
    assertThat(Shell.run("import", "--out", "a", "--out", "b", "c").exit()).isEqualTo(2);
  }

  @Test
  void decide_saysHowADayIsWritten() {
    Shell run =
        Shell.run("instrument", "decide", "a.yaml", "--question", "q", "--day", "2026-13-45");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("write a day as 2026-11-21").doesNotContain("Exception");
  }

  @Test
  void import_refusesASourceWithoutName() {
    assertThat(Shell.run("import", "--source", "", folder.resolve("noise")).exit()).isEqualTo(2);
  }

  @Test
  void import_doesNotReplaceAFolderOrADevice() throws IOException {
    Path csv = Files.writeString(folder.resolve("in.csv"), "id,name\np-1,Ana Ejemplo\n");
    Shell run = Shell.run("import", csv, "--out", folder.resolve("año nuevo"));
    assertThat(run.exit()).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(run.err()).contains("is a folder");
    Path nothing = Path.of("/dev/null");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.exists(nothing), "this system has no such device");
    assertThat(Shell.run("import", csv, "--out", nothing).exit()).isZero();
    assertThat(Files.isRegularFile(nothing)).isFalse();
  }

  @Test
  void ledgerVerify_doesNotTakeAnyFolderForALedger() throws IOException {
    Path stranger = folder.resolve("año nuevo");
    Shell run = Shell.run("ledger", "verify", stranger);
    assertThat(run.exit()).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(run.err()).contains("holds no ledger").doesNotContain("remove it");
  }

  @Test
  void keys_refuseANameThatCannotName() {
    Path file = folder.resolve("key");
    for (String name : List.of("", "a b", "a+b")) {
      Shell run = Shell.run("keys", "generate", "root", "--name", name, "--out", file);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("co.example/enlace/root");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void instrumentVerify_namesWhoDidNotSignAnUnsignedText() throws IOException {
    Path unsigned = folder.resolve("unsigned.yaml");
    String signed = Files.readString(root().resolve("samples/agreements/co-ve.note"));
    Files.writeString(unsigned, signed.substring(0, signed.indexOf("\n\n— ") + 1));

    Shell run = Shell.run("instrument", "verify", unsigned);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("NOT VERIFIED")
        .contains("no valid signature by co.example/enlace/root")
        .contains("no valid signature by ve.example/enlace/root");
  }

  private static Path root() {
    return Path.of(System.getProperty("enlace.root", ".."));
  }

  private static Object[] with(List<String> path, String more) {
    List<String> all = new ArrayList<>(path);
    all.add(more);
    return all.toArray();
  }
}
