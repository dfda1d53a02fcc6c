// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/// How far the write-ahead log of an SQLite database reaches, from its shared index
/// (https://www.sqlite.org/walformat.html, "The WAL-Index File Format").
///
/// @param salts of the log as it runs now; another one after each restart of the log
/// @param frames that hold committed transactions
/// @param inPlace frames that may be in the database file itself already; these were synced first
record WalMark(String salts, long frames, long inPlace) {
  static final WalMark NONE = new WalMark("", 0, 0);

  private static final int INDEX_BYTES = 136;
  private static final int FRAMES_AT = 16;
  private static final int SALTS_AT = 32;
  private static final int SALTS_BYTES = 8;
  private static final int ATTEMPTED_AT = 128;

  /// The log beside `database`.
  static Path log(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }

  /// The index beside `database`.
  static Path index(Path database) {
    return database.resolveSibling(database.getFileName() + "-shm");
  }

  /// As it is now; `NONE` where there is no index.
  static WalMark of(Path database) throws IOException {
    Path index = index(database);
    if (!Files.exists(index)) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.allocate(INDEX_BYTES).order(ByteOrder.nativeOrder());
    try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
      int read = 0;
      while (bytes.hasRemaining() && read >= 0) {
        read = channel.read(bytes);
      }
    }
    if (bytes.hasRemaining()) {
      return NONE;
    }
    return new WalMark(
        salts(bytes, SALTS_AT),
        Integer.toUnsignedLong(bytes.getInt(FRAMES_AT)),
        Integer.toUnsignedLong(bytes.getInt(ATTEMPTED_AT)));
  }

  /// The salts that stand at `at`, in the order of their bytes.
  static String salts(ByteBuffer bytes, int at) {
    byte[] salts = new byte[SALTS_BYTES];
    bytes.get(at, salts);
    return HexFormat.of().formatHex(salts);
  }
}
