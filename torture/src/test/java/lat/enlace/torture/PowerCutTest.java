// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a power cut takes of a log's files: nothing that was synced, and of the rest, in the long
/// run, everything.
class PowerCutTest {
  private static final int SEEDS = 60;
  private static final Bytes OLD = Bytes.utf8("synced content");
  private static final Bytes NEW = Bytes.utf8("and more that was not");

  @TempDir private Path folder = Path.of("");
  private Path log = Path.of("");
  private Path notes = Path.of("");

  @BeforeEach
  void places() {
    log = folder.resolve("ledger");
    notes = folder.resolve("notes");
  }

  private NotedLogStorage storage() throws IOException {
    return new NotedLogStorage(
        new FileLogStorage(log), log, MediaNotes.begin(notes), () -> Switches.USUAL);
  }

  private void strike(long seed) throws IOException {
    new PowerCut(notes, folder.resolve("db.sqlite"), new SplittableRandom(seed)).strike();
  }

  private String content(String name) throws IOException {
    Path file = log.resolve(name);
    return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
  }

  @Test
  void strike_keepsWhatWasSynced() throws IOException, LogStorageException {
    for (int seed = 0; seed < SEEDS; seed++) {
      NotedLogStorage storage = storage();
      storage.write("tile", OLD);
      storage.replace("head", OLD);
      storage.append("journal", OLD);
      storage.sync(List.of("tile", "head", "journal"));
      storage.append("journal", NEW);
      strike(seed);
      assertThat(content("tile")).isEqualTo("synced content");
      assertThat(content("head")).isEqualTo("synced content");
      assertThat(content("journal")).startsWith("synced content");
      storage.delete("journal");
      storage.sync(List.of("journal"));
      strike(seed);
      assertThat(content("journal")).isEmpty();
    }
  }

  @Test
  void strike_mayTakeWhatWasNotSynced() throws IOException, LogStorageException {
    int torn = 0;
    int undone = 0;
    int gone = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      NotedLogStorage storage = storage();
      storage.append("journal-" + seed, OLD);
      storage.replace("head", OLD);
      storage.sync(List.of("journal-" + seed, "head"));
      storage.append("journal-" + seed, NEW);
      storage.replace("head", NEW);
      storage.write("tile-" + seed, NEW);
      strike(seed);
      torn += content("journal-" + seed).equals("synced contentand more that was not") ? 0 : 1;
      undone += content("head").equals("synced content") ? 1 : 0;
      gone += Files.exists(log.resolve("tile-" + seed)) ? 0 : 1;
    }
    assertThat(List.of(torn, undone, gone)).allMatch(times -> times > 0);
  }

  @Test
  void strike_takesWhatAnEarlierProcessLeftUnsynced() throws IOException, LogStorageException {
    int lost = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      storage().append("journal-" + seed, OLD);
      NotedLogStorage next = storage();
      next.append("other", NEW);
      next.sync(List.of("other"));
      strike(seed);
      lost += content("journal-" + seed).equals("synced content") ? 0 : 1;
    }
    assertThat(lost).isPositive();
  }

  @Test
  void write_isRefusedWhileTheDiskIsSaidToBeFull() throws IOException {
    NotedLogStorage full =
        new NotedLogStorage(
            new FileLogStorage(log),
            log,
            MediaNotes.begin(notes),
            () -> new Switches(java.time.Duration.ZERO, true));
    org.assertj.core.api.Assertions.assertThatExceptionOfType(LogStorageException.class)
        .isThrownBy(() -> full.append("journal", NEW))
        .matches(e -> e.code() == LogStorageException.Code.FULL);
  }
}
