// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRotationTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path folder;
  private BackupRotation rotation;

  @BeforeEach
  void make() {
    rotation = new BackupRotation(folder, Duration.ofDays(30));
  }

  @Test
  void end_takesWhatIsOlderWithItsKeys() throws Exception {
    Path old = backup(NOW.minus(Duration.ofDays(31)));
    Path young = backup(NOW.minus(Duration.ofDays(29)));

    assertThat(rotation.end(NOW)).containsExactly(old);
    assertThat(old).doesNotExist();
    assertThat(young.resolve("keys/rows-1.key")).hasContent("wrapped");
  }

  /// Another name of the same file shows what became of its bytes.
  @Test
  void end_overwritesKeysBeforeTheyGo() throws Exception {
    Path key = backup(NOW.minus(Duration.ofDays(31))).resolve("keys/rows-1.key");
    Path seen = Files.createLink(folder.resolve("seen"), key);

    rotation.end(NOW);

    assertThat(Files.readAllBytes(seen)).containsOnly(0);
  }

  @Test
  void end_leavesAloneWhatIsNoBackupOfItsOwn() throws Exception {
    Path other = Files.createDirectories(folder.resolve("enlace-notes"));
    Path file = Files.writeString(folder.resolve("enlace-20200101T000000Z"), "no folder");
    Path data = Files.createDirectories(folder.resolve("20200101T000000Z"));

    assertThat(rotation.end(NOW)).isEmpty();
    assertThat(other).exists();
    assertThat(file).exists();
    assertThat(data).exists();
  }

  private Path backup(Instant at) throws IOException {
    Path one = rotation.next(at);
    Files.createDirectories(one.resolve("ledger/tile"));
    Files.createDirectories(one.resolve("keys"));
    Files.writeString(one.resolve("ledger/tile/x"), "tile");
    Files.writeString(one.resolve("keys/rows-1.key"), "wrapped");
    return one;
  }
}
