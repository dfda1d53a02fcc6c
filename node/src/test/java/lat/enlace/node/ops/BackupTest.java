// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path folder;

  /// As a database that has grown.
  @Test
  void line_readsAFileLongerThanMemoryInPieces() throws Exception {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(Runtime.getRuntime().maxMemory() + 1);
    }
    assertThat(Backup.line(huge, "db.sqlite")).matches("[0-9a-f]{64} db.sqlite");
  }

  @Test
  void line_isTheDigestOfTheWholeFileAndThePath() throws Exception {
    byte[] content = new byte[200_000];
    content[199_999] = 1;
    Path file = Files.write(folder.resolve("file"), content);

    assertThat(Backup.line(file, "ledger/file"))
        .isEqualTo(Hash.sha256(Bytes.copyOf(content)).value().hex() + " ledger/file");
  }
}
