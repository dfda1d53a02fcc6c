// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.attach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Attaching;
import lat.enlace.exchange.Attaching.Grant;
import lat.enlace.exchange.Attaching.Shelf;
import lat.enlace.exchange.Attaching.Wanted;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.ledger.ChunkTree;
import lat.enlace.ledger.TreeHash;
import lat.enlace.model.AttachmentType;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.entity.Attachment;
import lat.enlace.node.attach.AttachmentException.Code;
import lat.enlace.wire.WireException;
import lat.enlace.wire.seal.PartContext;
import lat.enlace.wire.seal.RecipientKey;
import lat.enlace.wire.seal.SealedPart;
import lat.enlace.wire.seal.Sealer;
import lat.enlace.workbench.Core;

/// The files of one node: taken in from officers, served to partners, given out to readers. The
/// core says what is allowed; here the bytes pass, one chunk at a time.
public final class Attachments {
  private final NodeId own;
  private final Core core;
  private final ChunkFiles files;
  private final SecureRandom random;
  private final Set<String> comingIn = ConcurrentHashMap.newKeySet();

  /// Of the node {@code own}, in {@code folder}.
  public Attachments(NodeId own, Core core, Path folder, SecureRandom random) {
    this.own = own;
    this.core = core;
    this.files = new ChunkFiles(folder, random);
    this.random = random;
  }

  ChunkFiles files() {
    return files;
  }

  /// Takes a file in.
  ///
  /// @param stated what it is, by who brings it
  /// @param announced its length as told, 0 if it was not
  /// @throws AttachmentException nothing was kept
  public Attaching.Own take(Officer by, AttachmentType stated, long announced, InputStream in)
      throws AttachmentException, ExchangeException, IOException {
    if (announced > Attachment.MAX_BYTES) {
      throw new AttachmentException(Code.ATTACHMENT_TOO_LARGE);
    }
    Shelf shelf = core.with(exchange -> exchange.attaching().begin(by));
    files.requireRoom(announced);
    comingIn.add(shelf.file());
    boolean kept = false;
    try {
      Came came = write(shelf, stated, in);
      if (announced > 0 && came.size() != announced) {
        throw new AttachmentException(Code.ATTACHMENT_CUT_SHORT);
      }
      files.sync(shelf);
      Attachment attachment = new Attachment(stated, came.size(), ChunkTree.root(came.chunks()));
      Shelf listed = shelf.listing(came.chunks());
      Attaching.Own stored =
          core.with(exchange -> exchange.attaching().stored(by, attachment, listed));
      kept = true;
      return stored;
    } finally {
      comingIn.remove(shelf.file());
      if (!kept) {
        files.remove(shelf.file());
      }
    }
  }

  private record Came(long size, List<Hash> chunks) {}

  private Came write(Shelf shelf, AttachmentType stated, InputStream in)
      throws AttachmentException, IOException {
    List<Hash> chunks = new ArrayList<>();
    long size = 0;
    byte[] read = in.readNBytes(Attachment.CHUNK_BYTES);
    if (read.length == 0) {
      throw new AttachmentException(Code.ATTACHMENT_CUT_SHORT);
    }
    requireType(stated, read);
    while (read.length > 0) {
      size += read.length;
      if (size > Attachment.MAX_BYTES) {
        throw new AttachmentException(Code.ATTACHMENT_TOO_LARGE);
      }
      if (stated == AttachmentType.TEXT && !TypeSniffer.isPlain(read)) {
        throw new AttachmentException(Code.TYPE_DIFFERS);
      }
      files.requireRoom(read.length);
      Bytes chunk = Bytes.copyOf(read);
      files.write(shelf, chunks.size(), chunk);
      chunks.add(TreeHash.leaf(chunk));
      read = in.readNBytes(Attachment.CHUNK_BYTES);
    }
    return new Came(size, chunks);
  }

  private static void requireType(AttachmentType stated, byte[] head) throws AttachmentException {
    Optional<AttachmentType> found = TypeSniffer.of(head);
    if (found.isEmpty()) {
      throw new AttachmentException(Code.TYPE_REFUSED);
    }
    if (found.get() != stated) {
      throw new AttachmentException(Code.TYPE_DIFFERS);
    }
  }

  /// A part of a file for a partner, sealed to him; nothing if he may not have it, whyever.
  ///
  /// @param part 0 for the list of chunk hashes, from 1 the chunks
  public Optional<Bytes> part(NodeId partner, ItemId item, Hash digest, int part)
      throws ExchangeException {
    Optional<Grant> granted =
        core.with(exchange -> exchange.attaching().grant(partner, item, digest));
    if (granted.isEmpty() || part > granted.get().attachment().chunks()) {
      return Optional.empty();
    }
    Grant grant = granted.get();
    try {
      Bytes content =
          part == 0
              ? list(grant.shelf().chunks())
              : files.read(grant.shelf(), grant.attachment(), part - 1);
      byte[] chance = new byte[Sealer.RANDOMNESS_BYTES];
      random.nextBytes(chance);
      return Optional.of(
          SealedPart.seal(
                  new PartContext(own, partner, item, grant.attachment(), part),
                  grant.recipientRecord(),
                  RecipientKey.parse(grant.recipientKey()),
                  Bytes.copyOf(chance),
                  content)
              .toBytes());
    } catch (AttachmentException | IOException | WireException e) {
      throw new ExchangeException(ExchangeException.Code.UNAVAILABLE, "a file cannot be served", e);
    }
  }

  /// The list of chunk hashes as it travels.
  static Bytes list(List<Hash> chunks) {
    ByteWriter out = new ByteWriter();
    chunks.forEach(out::hash);
    return out.toBytes();
  }

  /// The first chunk of a file that is to be given out: whoever waits hears of damage before the
  /// first byte.
  public Bytes first(Wanted read) throws AttachmentException, IOException {
    return files.read(read.shelf(), read.attachment(), 0);
  }

  /// Gives the file out, chunk by verified chunk.
  ///
  /// @throws IOException also where a chunk is damaged: what came before it is cut off, short of
  ///   the length told
  public void give(Wanted read, Bytes first, OutputStream out) throws IOException {
    out.write(first.toArray());
    for (int index = 1; index < read.attachment().chunks(); index++) {
      try {
        out.write(files.read(read.shelf(), read.attachment(), index).toArray());
      } catch (AttachmentException e) {
        throw new IOException(e.code().name(), e);
      }
    }
  }

  /// Removes what no row names any more, and what an ended process left.
  void tidy() throws ExchangeException, IOException {
    // In this order: what is there and not coming in any more has its row by now.
    List<String> there = files.names();
    Set<String> coming = Set.copyOf(comingIn);
    if (there.isEmpty()) {
      return;
    }
    Set<String> kept = core.with(exchange -> exchange.attaching().files());
    for (String name : there) {
      if (!kept.contains(name) && !coming.contains(name)) {
        files.remove(name);
      }
    }
  }
}
