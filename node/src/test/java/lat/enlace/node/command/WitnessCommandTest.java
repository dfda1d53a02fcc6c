// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lat.enlace.note.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessCommandTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void name() {
    data = folder.resolve("witness");
  }

  @Test
  void init_makesAKeyThatNobodyElseReads() throws Exception {
    NodeShell made = init();

    assertThat(made.exit()).as(made.err()).isZero();
    VerifierKey key = VerifierKey.parse(made.out().strip());
    assertThat(key.name().value()).isEqualTo("testigo.example/w");
    assertThat(key.type().timed()).isTrue();
    assertThat(Files.getPosixFilePermissions(data.resolve("witness.key"))).hasSize(2);
    assertThat(show().out()).contains(made.out().strip());
  }

  @Test
  void init_refusesAFolderThatIsTakenAndNamesThatAreNone() throws Exception {
    init();
    assertThat(init().exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(init().err()).contains("EXISTS");
    NodeShell name =
        NodeShell.run("witness", "init", "--data", folder.resolve("x"), "--name", "a b+c");
    assertThat(name.exit()).isEqualTo(2);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void follow_takesTheKeysOfOneLog() throws Exception {
    init();
    Path keys =
        Path.of(System.getProperty("enlace.root", "..")).resolve("samples/proof/ledger.vkeys");
    NodeShell followed = follow(keys);

    assertThat(followed.exit()).as(followed.err()).isZero();
    String origin = followed.out().strip();
    assertThat(show().out()).contains(origin + ": nothing yet");
    assertThat(show().exit()).isZero();
  }

  @Test
  void follow_refusesWhatHoldsNoKeys() throws Exception {
    init();
    Path letter = Files.writeString(folder.resolve("letter"), "dear witness\n");
    NodeShell refused = follow(letter);
    assertThat(refused.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(refused.err()).contains("VALUE").contains("ledger.vkeys");
    assertThat(follow(folder.resolve("nothing")).err()).contains("no such file");
  }

  @Test
  void commands_sayWhatIsMissing() throws Exception {
    assertThat(NodeShell.run("witness").exit()).isEqualTo(2);
    assertThat(NodeShell.run("witness", "run", "--data", data).exit()).isEqualTo(2);
    assertThat(NodeShell.run("witness", "run", "--data", data, "--port", "99999").err())
        .contains("not a port: 99999");
    assertThat(show().exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(show().err()).contains("witness.key").contains("no such file");
  }

  @Test
  void commands_refuseAKeyThatOthersCanRead() throws Exception {
    init();
    Files.setPosixFilePermissions(
        data.resolve("witness.key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(show().exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(show().err()).contains("READABLE_BY_OTHERS").contains("chmod");
  }

  private NodeShell init() {
    return NodeShell.run("witness", "init", "--data", data, "--name", "testigo.example/w");
  }

  private NodeShell follow(Path keys) {
    return NodeShell.run("witness", "follow", "--data", data, "--log", keys);
  }

  private NodeShell show() {
    return NodeShell.run("witness", "show", "--data", data);
  }
}
