// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Attaching.Shelf;
import lat.enlace.ledger.TreeHash;
import lat.enlace.model.entity.Attachment;
import lat.enlace.node.keys.PrivateFiles;

/// Files in chunks, each encrypted with AES-256-GCM under the key of its file and bound to name and
/// place, at a fixed place in one file (docs/spec/attachments.md, "At rest"). Never more than a
/// chunk is in memory.
final class ChunkFiles {
  /// What stays free on the medium, for ledger and database, in bytes.
  static final long RESERVE_BYTES = 256L << 20;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int MORE_BYTES = NONCE_BYTES + TAG_BYTES;
  private static final long SLOT = Attachment.CHUNK_BYTES + (long) MORE_BYTES;
  private static final Bytes LABEL = Bytes.utf8("enlace/attachment/v1");

  private final Path folder;
  private final SecureRandom random;

  ChunkFiles(Path folder, SecureRandom random) {
    this.folder = folder;
    this.random = random;
  }

  /// @throws AttachmentException with code NO_ROOM if {@code bytes} more would fill the medium
  void requireRoom(long bytes) throws AttachmentException, IOException {
    PrivateFiles.makeFolder(folder);
    if (Files.getFileStore(folder).getUsableSpace() - RESERVE_BYTES < bytes) {
      throw new AttachmentException(AttachmentException.Code.NO_ROOM);
    }
  }

  /// How many chunks of {@code attachment} are there in their whole length.
  int present(Shelf shelf, Attachment attachment) throws IOException {
    try {
      long size = Files.size(path(shelf.file()));
      int last = attachment.chunks() - 1;
      return size == last * SLOT + attachment.chunkBytes(last) + MORE_BYTES
          ? attachment.chunks()
          : (int) Math.min(last, size / SLOT);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /// Writes the chunk at {@code index}; what stood behind it is cut off.
  void write(Shelf shelf, int index, Bytes chunk) throws IOException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    ByteBuffer sealed;
    try {
      byte[] ciphertext = aes(Cipher.ENCRYPT_MODE, shelf, index, nonce).doFinal(chunk.toArray());
      sealed = ByteBuffer.allocate(nonce.length + ciphertext.length).put(nonce).put(ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
    sealed.flip();
    try (FileChannel channel =
        FileChannel.open(path(shelf.file()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(index * SLOT);
      channel.position(index * SLOT);
      while (sealed.hasRemaining()) {
        channel.write(sealed);
      }
    }
  }

  /// The chunk at {@code index}, verified.
  ///
  /// @throws AttachmentException with code ATTACHMENT_DAMAGED if it is not what was written
  Bytes read(Shelf shelf, Attachment attachment, int index)
      throws AttachmentException, IOException {
    ByteBuffer sealed = ByteBuffer.allocate(attachment.chunkBytes(index) + MORE_BYTES);
    try (FileChannel channel = FileChannel.open(path(shelf.file()), StandardOpenOption.READ)) {
      channel.position(index * SLOT);
      while (sealed.hasRemaining() && channel.read(sealed) >= 0) {
        // Until it is full or the file ends.
      }
    } catch (NoSuchFileException e) {
      throw damaged();
    }
    if (sealed.hasRemaining()) {
      throw damaged();
    }
    byte[] all = sealed.array();
    try {
      byte[] nonce = Bytes.copyOf(all, 0, NONCE_BYTES).toArray();
      Bytes chunk =
          Bytes.copyOf(
              aes(Cipher.DECRYPT_MODE, shelf, index, nonce)
                  .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
      if (!TreeHash.leaf(chunk).equals(shelf.chunks().get(index))) {
        throw damaged();
      }
      return chunk;
    } catch (GeneralSecurityException e) {
      throw damaged();
    }
  }

  /// Cuts off all chunks from {@code count} on.
  void cut(Shelf shelf, int count) throws IOException {
    try (FileChannel channel = FileChannel.open(path(shelf.file()), StandardOpenOption.WRITE)) {
      channel.truncate(count * SLOT);
    } catch (NoSuchFileException e) {
      // Nothing to cut.
    }
  }

  /// Everything written of a file, and that it is there, is on disk.
  void sync(Shelf shelf) throws IOException {
    try (FileChannel channel = FileChannel.open(path(shelf.file()), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// The names of all files.
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        files.forEach(file -> names.add(String.valueOf(file.getFileName())));
      }
    }
    return names;
  }

  /// Removes a file. What is left of it on the medium opens to nobody once its key is gone.
  void remove(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static Cipher aes(int mode, Shelf shelf, int index, byte[] nonce)
      throws GeneralSecurityException {
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(
        mode,
        new SecretKeySpec(shelf.key().toArray(), "AES"),
        new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    aes.updateAAD(
        new ByteWriter()
            .sized(LABEL)
            .sized(Bytes.utf8(shelf.file()))
            .u32(index)
            .toBytes()
            .asByteBuffer());
    return aes;
  }

  private static AttachmentException damaged() {
    return new AttachmentException(AttachmentException.Code.ATTACHMENT_DAMAGED);
  }
}
