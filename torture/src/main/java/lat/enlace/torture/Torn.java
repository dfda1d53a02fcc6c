// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.random.RandomGenerator;

/// Bytes that were on their way to a disk and did not all arrive.
final class Torn {
  private Torn() {}

  /// Cuts `file` somewhere between `safe` and `length`, or spoils one sector there, with zeros or
  /// with anything.
  static void tear(Path file, long safe, long length, int sector, RandomGenerator random)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long at = random.nextLong(safe, length);
      if (random.nextBoolean()) {
        channel.truncate(at);
        return;
      }
      byte[] spoilt = new byte[(int) Math.min(sector, length - at)];
      if (random.nextBoolean()) {
        random.nextBytes(spoilt);
      }
      spoil(channel, at, spoilt);
    }
  }

  private static void spoil(FileChannel channel, long at, byte[] spoilt) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(spoilt);
    while (bytes.hasRemaining()) {
      channel.write(bytes, at + bytes.position());
    }
  }
}
