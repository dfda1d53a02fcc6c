// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `./enlace`, in a tree whose name has a space and an ñ, with JDKs and a Maven that
/// only write down how they were called.
class LauncherTest {
  private static final String HIGHER_THAN_ANY = "needed=999";

  @TempDir private Path temporary = Path.of("");
  private Path tree = Path.of("");
  private Path launcher = Path.of("");
  private final Map<String, String> environment = new HashMap<>();

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void plant() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell on this system");
    tree = Files.createDirectories(temporary.resolve("el año/árbol"));
    launcher = tree.resolve("enlace");
    Path original = Path.of(System.getProperty("enlace.root", "..")).resolve("enlace");
    script(launcher, Files.readString(original));
    Path source = Files.createDirectories(tree.resolve("cli/src/main/java"));
    aged(Files.writeString(source.resolve("A.java"), "class A {}"));
    aged(Files.writeString(tree.resolve("pom.xml"), "<project/>"));
    Files.createDirectory(tree.resolve("samples"));
    for (String folder :
        List.of("cli/src/main/java", "cli/src/main", "cli/src", "cli", "samples")) {
      aged(tree.resolve(folder));
    }
    jdk("jdk 17", 17);
    jdk("jdk 25", 25);
    Path bin = Files.createDirectory(temporary.resolve("bin"));
    script(
        bin.resolve("mvn"),
        """
        #!/bin/sh
        echo "mvn in $PWD on $JAVA_HOME with $MAVEN_OPTS: $*" >>"$0.log"
        [ ! -e "$0.fails" ] || exit 1
        for m in cli node demo bench simulation torture; do mkdir -p "$m/target/classes" "$m/target/lib"; done
        """);
    environment.put("PATH", bin + ":/usr/bin:/bin");
    environment.put("HOME", temporary.toString());
    environment.put("JAVA_HOME", temporary.resolve("jdk 25").toString());
  }

  @Test
  void launcher_buildsOnceAndPassesArgumentsAsTheyAre() throws Exception {
    Run first = run(launcher, "import", "a b", "ñ*", "");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("lat.enlace.cli.EnlaceMain|import|a b|ñ*||");
    assertThat(first.out()).contains("-Denlace.home=" + tree.toRealPath());
    assertThat(first.err()).contains("building");
    Run second = run(launcher, "--version");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("EnlaceMain|--version|");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void launcher_findsItsTreeThroughSymbolicLinks() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), launcher);
    Path second = Files.createSymbolicLink(temporary.resolve("second"), Path.of("link"));
    Run run = run(second, "--version");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("-Denlace.home=" + tree.toRealPath());
    assertThat(link).isSymbolicLink();
  }

  @Test
  void launcher_buildsAgainWhenASourceIsNewerOrGone() throws Exception {
    run(launcher, "help");
    Path source = tree.resolve("cli/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(run(launcher, "help").err()).contains("building");
    aged(source);
    run(launcher, "help");
    int before = builds().size();
    Files.delete(source);
    Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.now().plusSeconds(60)));
    run(launcher, "help");
    assertThat(builds()).hasSize(before + 1);
  }

  @Test
  void launcher_takesTheJdkOnPathOrAnyInTheUsualPlacesWhenJavaHomeIsOld() throws Exception {
    environment.put("JAVA_HOME", temporary.resolve("jdk 17").toString());
    environment.put("PATH", temporary.resolve("jdk 25/bin") + ":" + environment.get("PATH"));
    Run run = run(launcher, "help");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("java of " + temporary.resolve("jdk 25").toRealPath());
    assertThat(builds().getFirst()).contains("on " + temporary.resolve("jdk 25").toRealPath());
  }

  @Test
  void launcher_looksInTheHomeFolder() throws Exception {
    environment.remove("JAVA_HOME");
    String text = Files.readString(launcher).replace("needed=25", "needed=98");
    script(launcher, text);
    Files.createDirectories(temporary.resolve(".jdks"));
    jdk(".jdks/later", 99);
    assertThat(run(launcher, "help").out()).contains("java of " + temporary.resolve(".jdks/later"));
  }

  @Test
  void launcher_saysWhatToInstallWhenThereIsNoJdk() throws Exception {
    script(launcher, Files.readString(launcher).replace("needed=25", HIGHER_THAN_ANY));
    Run run = run(launcher, "help");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no JDK 999", "Install one", "JAVA_HOME");
  }

  @Test
  void launcher_saysThatMavenIsMissing() throws Exception {
    Path bin = Files.createDirectory(temporary.resolve("little"));
    for (String tool :
        List.of("dirname", "sed", "head", "readlink", "find", "mkdir", "mktemp", "rm", "mv")) {
      script(bin.resolve(tool), "#!/bin/sh\nexec " + where(tool) + " \"$@\"\n");
    }
    environment.put("PATH", bin.toString());
    Run run = run(launcher, "help");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Maven 3.8.6", "apt-get install maven");
  }

  @Test
  void launcher_tellsAFailedBuildAndTriesAgain() throws Exception {
    Path fails = Files.createFile(temporary.resolve("bin/mvn.fails"));
    Run run = run(launcher, "help");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("the build failed");
    Files.delete(fails);
    assertThat(run(launcher, "help").exit()).isZero();
    assertThat(tree.resolve(".enlace")).isDirectoryNotContaining("glob:**stamp*");
  }

  @Test
  void launcher_passesTheCallersOptions() throws Exception {
    environment.put("MAVEN_OPTS", "-Xmx321m");
    environment.put("ENLACE_OPTS", "-Xmx123m -Dx=y");
    Run run = run(launcher, "bench", "decide");
    assertThat(builds().getFirst()).contains("-Xmx321m");
    assertThat(run.out()).contains("|-Xmx123m|-Dx=y|", "lat.enlace.bench.BenchMain|decide|");
  }

  @Test
  void launcher_sendsEveryCommandToItsProgram() throws Exception {
    for (String command : List.of("node", "doctor", "backup", "restore", "witness")) {
      assertThat(run(launcher, command).out()).contains("lat.enlace.node.NodeMain|" + command);
    }
    assertThat(run(launcher, "demo", "--check").out()).contains("DemoMain|--check|");
    for (String module : List.of("node", "demo", "bench")) {
      assertThat(run(launcher, module).out()).contains("/" + module + "/target/classes:");
    }
    assertThat(run(launcher).out()).contains("/cli/target/classes:");
    assertThat(run(launcher).out()).contains("EnlaceMain|help|");
  }

  @Test
  void test_takesOneOptionAndLetsMavenDecide() throws Exception {
    assertThat(run(launcher, "test", "--nonsense").exit()).isEqualTo(2);
    assertThat(run(launcher, "test", "--help").out()).startsWith("Usage: enlace test");
    assertThat(run(launcher, "test", "--full").exit()).isZero();
    assertThat(builds().getLast()).contains("-Denlace.full=true verify");
  }

  private Run run(Path command, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(arguments));
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(Path.of("/").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Run(exit, Files.readString(out), Files.readString(err));
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(temporary.resolve("bin/mvn.log"));
  }

  private void jdk(String name, int release) throws IOException {
    Path bin = Files.createDirectories(temporary.resolve(name).resolve("bin"));
    Files.writeString(
        bin.resolveSibling("release"), "JAVA_VERSION=\"" + release + ".0.1\"\nOS_NAME=\"X\"\n");
    script(bin.resolve("javac"), "#!/bin/sh\n");
    script(
        bin.resolve("java"), "#!/bin/sh\necho \"java of $JAVA_HOME\"\nprintf '%s|' \"$@\"\necho\n");
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void aged(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
  }

  private static Path where(String tool) {
    Path first = Path.of("/usr/bin", tool);
    return Files.exists(first) ? first : Path.of("/bin", tool);
  }
}
