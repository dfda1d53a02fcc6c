// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lat.enlace.cli.EnlaceMain;
import lat.enlace.node.command.NodeLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The commands that README and docs show exist as they are written, and those of the README's
/// session do what they say.
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("enlace.root", ".."));
  private static final Pattern COMMAND = Pattern.compile("\\./enlace ([a-z][^`\\n|]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Set<String> OF_NODE =
      Set.of("node", "doctor", "fsck", "backup", "restore", "witness");
  private static final Map<String, Set<String>> OF_LAUNCHER =
      Map.of(
          "test",
          Set.of("--full"),
          "bench",
          Set.of("--json"),
          "simulate",
          Set.of("--from", "--seeds", "--json", "--trace", "--threads", "--mutants"),
          "torture",
          Set.of("--cuts", "--seed", "--json", "--keep"));

  @TempDir private Path folder = Path.of("");

  record Shown(String page, String command) {
    @Override
    public String toString() {
      return page + ": " + command;
    }
  }

  static List<Shown> everyCommand() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      Stream<Path> top =
          Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "samples/README.md")
              .map(ROOT::resolve);
      return Stream.concat(top, docs.filter(page -> page.toString().endsWith(".md")))
          .flatMap(DocumentedCommandsTest::commandsOf)
          .toList();
    }
  }

  private static Stream<Shown> commandsOf(Path page) {
    try {
      return COMMAND
          .matcher(Files.readString(page))
          .results()
          .map(found -> new Shown(ROOT.relativize(page).toString(), found.group(1).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void documentedCommand_existsWithItsOptions(Shown shown) {
    List<String> words = List.of(shown.command().replaceFirst(" #.*", "").split("\\s+"));
    Set<String> known = OF_LAUNCHER.get(words.getFirst());
    if (known == null) {
      CommandLine line = program(words.getFirst());
      int at = words.getFirst().equals("demo") ? 1 : 0;
      CommandLine next = deeper(line, words, at);
      while (next != null) {
        line = next;
        at++;
        next = deeper(line, words, at);
      }
      assertThat(at).as("no such command").isPositive();
      known = line.getCommandSpec().optionsMap().keySet();
    }
    Matcher options = OPTION.matcher(shown.command());
    while (options.find()) {
      assertThat(known).contains(options.group());
    }
  }

  private static @Nullable CommandLine deeper(CommandLine line, List<String> words, int at) {
    return at < words.size() ? line.getSubcommands().get(words.get(at)) : null;
  }

  @Test
  void session_ofTheReadmeRunsAsWritten() throws IOException {
    List<String> session =
        Files.readAllLines(ROOT.resolve("README.md")).stream()
            .filter(line -> line.startsWith("$ ./enlace ") && !line.contains("enlace demo"))
            .map(line -> line.substring("$ ./enlace ".length()))
            .toList();
    assertThat(session).hasSizeGreaterThan(4);
    for (String command : session) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      Object[] words = Stream.of(command.split(" ", -1)).map(this::placed).toArray();
      int exit =
          EnlaceMain.commandLine(new PrintWriter(out), new PrintWriter(err))
              .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
      assertThat(exit).as(command + "\n" + err).isZero();
    }
  }

  /// Paths of the repository start at its root, the reader's own folder is one of ours.
  private String placed(String word) {
    if (word.startsWith("samples/") || word.startsWith("vectors/")) {
      return ROOT.resolve(word).toString();
    }
    return word.replace("$DIR", folder.toString());
  }

  private static CommandLine program(String command) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    if (command.equals("demo")) {
      return new CommandLine(new DemoMain());
    }
    return OF_NODE.contains(command)
        ? NodeLine.commandLine(nowhere, nowhere)
        : EnlaceMain.commandLine(nowhere, nowhere);
  }
}
