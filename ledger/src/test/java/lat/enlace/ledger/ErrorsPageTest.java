// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.note.NoteException;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {
  /// `docs/spec/errors.md` lists every code of these packages, in order, and no other.
  @Test
  void page_listsTheCodes() throws Exception {
    assertThat(listed("note: `NoteException`")).isEqualTo(names(NoteException.Code.values()));
    assertThat(listed("ledger: `LedgerException`")).isEqualTo(names(LedgerException.Code.values()));
    assertThat(listed("ledger storage: `LogStorageException`"))
        .isEqualTo(names(LogStorageException.Code.values()));
  }

  private static List<String> listed(String section) throws Exception {
    Path root = Path.of(System.getProperty("enlace.root", ".."));
    try (Stream<String> lines = Files.lines(root.resolve("docs/spec/errors.md"))) {
      return lines
          .dropWhile(line -> !line.equals("## " + section))
          .skip(1)
          .takeWhile(line -> !line.startsWith("## "))
          .filter(line -> line.startsWith("| `"))
          .map(line -> line.substring(3, line.indexOf('`', 3)))
          .toList();
    }
  }

  private static List<String> names(Enum<?>[] codes) {
    return Arrays.stream(codes).map(Enum::name).toList();
  }
}
