// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The command: what it takes, and a short run.
class TortureMainTest {
  private static final int WRONG_USE = 2;

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    Path home = Path.of(System.getProperty("enlace.root", ".."));
    return TortureMain.commandLine(home, new PrintWriter(out), new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void run_refusesWhatIsNoNumberOfCuts() {
    assertThat(run("--cuts", "0")).isEqualTo(WRONG_USE);
    assertThat(err.toString()).contains("--cuts must be at least 1");
    assertThat(run("--cuts", "many")).isEqualTo(WRONG_USE);
    assertThat(run("--cut", "3")).isEqualTo(WRONG_USE);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void run_refusesAFolderThatIsNotEmpty() throws IOException {
    Path file = Files.writeString(folder.resolve("there"), "already");
    assertThat(run("--keep", folder.toString())).isEqualTo(WRONG_USE);
    assertThat(run("--keep", file.toString())).isEqualTo(WRONG_USE);
    assertThat(err.toString()).contains("is not empty").contains("is a file");
  }

  /// Takes some minutes.
  @Test
  @EnabledIfSystemProperty(named = "enlace.full", matches = "true")
  void run_losesNothing() {
    int code = run("--cuts", "15", "--json", "--keep", folder.resolve("run").toString());
    assertThat(out.toString()).as(err.toString()).startsWith("{\"ok\":true,\"cuts\":1");
    assertThat(code).isZero();
  }
}
