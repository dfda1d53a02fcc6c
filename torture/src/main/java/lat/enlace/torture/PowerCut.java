// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a power cut may leave behind of the files of a process that was killed: of what it did not
/// sync anything is lost, cut short or torn, by chance; nothing of what it did.
final class PowerCut {
  private static final int SECTOR = 512;

  private final Path notes;
  private final WalCut rows;
  private final RandomGenerator random;
  private final List<String> losses = new ArrayList<>();

  PowerCut(Path notes, Path database, RandomGenerator random) {
    this.notes = notes;
    this.rows = new WalCut(database, random);
    this.random = random;
  }

  /// What is known of a file.
  private static final class Fate {
    private long safe;
    private boolean grown;
    private boolean overwritten;
    private final List<Long> kept = new ArrayList<>();

    Fate(long safe) {
      this.safe = safe;
    }

    void synced(long length) {
      safe = length;
      grown = false;
      overwritten = false;
      kept.clear();
    }
  }

  /// Takes what it takes; the notes are gone afterwards, because what is left is on the disk.
  ///
  /// @return what was lost, a line each
  List<String> strike() throws IOException {
    Map<Path, Fate> fates = new HashMap<>();
    WalMark acknowledged = WalMark.NONE;
    Path lines = MediaNotes.lines(notes);
    if (Files.exists(lines)) {
      for (String line : Files.readAllLines(lines, StandardCharsets.UTF_8)) {
        String[] words = line.split(" ", 3);
        MediaNotes.Word word = MediaNotes.Word.valueOf(words[0]);
        if (word == MediaNotes.Word.ROWS) {
          acknowledged = new WalMark(words[2], Long.parseLong(words[1]), 0);
        } else {
          follow(fates, word, Long.parseLong(words[1]), Path.of(words[2]));
        }
      }
    }
    for (Map.Entry<Path, Fate> each : fates.entrySet()) {
      strike(each.getKey(), each.getValue());
    }
    losses.addAll(rows.strike(acknowledged));
    forget();
    return List.copyOf(losses);
  }

  private static void follow(Map<Path, Fate> fates, MediaNotes.Word word, long number, Path file) {
    Fate fate =
        fates.computeIfAbsent(
            file, path -> new Fate(word == MediaNotes.Word.GROWS ? number : Long.MAX_VALUE));
    switch (word) {
      case SYNCED -> fate.synced(number);
      case GROWS -> fate.grown = true;
      case OVERWRITTEN -> fate.overwritten = true;
      case KEPT -> fate.kept.add(number);
      case ROWS -> throw new IllegalStateException("rows have no file");
    }
  }

  private void strike(Path file, Fate fate) throws IOException {
    if (!fate.kept.isEmpty()) {
      if (random.nextBoolean()) {
        undo(file, fate.kept.get(random.nextInt(fate.kept.size())));
      }
    } else if (fate.overwritten && Files.exists(file)) {
      tear(file, 0, random.nextBoolean());
    } else if (fate.grown && Files.exists(file)) {
      tear(file, Math.max(0, fate.safe), fate.safe < 0);
    }
  }

  private void undo(Path file, long copy) throws IOException {
    Files.deleteIfExists(file);
    if (copy >= 0) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.copy(MediaNotes.copy(notes, copy), file);
    }
    losses.add("undone " + file.getFileName());
  }

  private void tear(Path file, long safe, boolean mayVanish) throws IOException {
    long length = Files.size(file);
    int lot = random.nextInt(mayVanish ? 4 : 3);
    if (lot == 3) {
      Files.delete(file);
      losses.add("gone " + file.getFileName());
    } else if (length > safe && lot > 0) {
      Torn.tear(file, safe, length, SECTOR, random);
      losses.add("torn " + file.getFileName() + " behind " + safe + " of " + length);
    }
  }

  private void forget() throws IOException {
    try (Stream<Path> files = Files.list(notes)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
