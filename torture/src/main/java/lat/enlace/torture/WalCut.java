// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a power cut may take of an SQLite database in WAL mode with `synchronous=FULL`: frames
/// behind the last transaction that was acknowledged. Frames that a checkpoint had begun to copy
/// were synced before it began, acknowledged or not.
record WalCut(Path database, RandomGenerator random) {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int PAGE_SIZE_AT = 8;
  private static final int SALTS_AT = 16;

  /// @param acknowledged how far the log reached when the last transaction was acknowledged; where
  ///   none was since the last power cut, nothing is taken, because what that left is on the disk
  List<String> strike(WalMark acknowledged) throws IOException {
    Path log = WalMark.log(database);
    WalMark now = WalMark.of(database);
    // The shared index lives in memory.
    Files.deleteIfExists(WalMark.index(database));
    if (acknowledged.equals(WalMark.NONE) || !Files.exists(log) || Files.size(log) < HEADER) {
      return List.of();
    }
    ByteBuffer header = header(log);
    String salts = WalMark.salts(header, SALTS_AT);
    long frame = FRAME_HEADER + Integer.toUnsignedLong(header.getInt(PAGE_SIZE_AT));
    long frames = now.salts().equals(salts) ? now.inPlace() : 0;
    if (acknowledged.salts().equals(salts)) {
      frames = Math.max(frames, acknowledged.frames());
    }
    long safe = HEADER + frames * frame;
    long length = Files.size(log);
    if (length <= safe || random.nextInt(3) == 0) {
      return List.of();
    }
    Torn.tear(log, safe, length, (int) frame, random);
    return List.of("torn the database's log behind " + safe + " of " + length);
  }

  private static ByteBuffer header(Path log) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
      int read = 0;
      while (header.hasRemaining() && read >= 0) {
        read = channel.read(header);
      }
    }
    return header;
  }
}
