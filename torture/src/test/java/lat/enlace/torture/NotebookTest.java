// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the audit calls lost, doubled and against policy.
class NotebookTest {
  private static final Path HOME = Path.of(System.getProperty("enlace.root", ".."));

  @TempDir private Path folder = Path.of("");

  private static Notebook.Thing question(String id) {
    return new Notebook.Thing(Scene.ONE, Shelf.QUESTIONS, id);
  }

  @Test
  void seen_takesEveryMoveOfTheStateMachineForRight() throws IOException {
    try (Notebook notebook = new Notebook(folder.resolve("notes"), Moves.of(HOME))) {
      notebook.acknowledged(question("a"), "queued");
      notebook.seen(question("a"), "hit");
      notebook.seen(question("a"), "disclosed");
      assertThat(notebook.tally().clean()).isTrue();
      assertThat(notebook.tally().acknowledged()).isEqualTo(1);
    }
  }

  @Test
  void seen_callsAStepBackLost() throws IOException {
    try (Notebook notebook = new Notebook(folder.resolve("notes"), Moves.of(HOME))) {
      notebook.acknowledged(question("a"), "followed-up");
      notebook.seen(question("a"), "hit");
      assertThat(notebook.tally().lost()).hasSize(1);
    }
  }

  @Test
  void seen_callsWhatWasRefusedAndGoesOnAgainstPolicy() throws IOException {
    try (Notebook notebook = new Notebook(folder.resolve("notes"), Moves.of(HOME))) {
      notebook.acknowledged(question("a"), "refused-here");
      notebook.seen(question("a"), "queued");
      assertThat(notebook.tally().againstPolicy()).hasSize(1);
    }
  }

  @Test
  void compareReadings_countsThoseMissingAndThoseTooMany() throws IOException {
    try (Notebook notebook = new Notebook(folder.resolve("notes"), Moves.of(HOME))) {
      notebook.reads("i");
      notebook.hasRead("i");
      notebook.reads("j");
      notebook.compareReadings("i", 0);
      notebook.compareReadings("j", 2);
      assertThat(notebook.tally().lost()).hasSize(1);
      assertThat(notebook.tally().doubled()).hasSize(1);
    }
  }
}
