// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.AttachmentType;

/// A file that an item names: what it is, how long it is, and the root of the tree over its chunks
/// (docs/spec/attachments.md). Stands in a dispatch as the value of a statement.
///
/// @param digest the tree hash of RFC 6962 over the chunks
/// @param size in bytes, 1 to {@link #MAX_BYTES}
public record Attachment(AttachmentType type, long size, Hash digest) {
  /// Length of every chunk but the last, in bytes.
  public static final int CHUNK_BYTES = 1 << 20;

  /// Longest attachment, in bytes: 1 GiB.
  public static final long MAX_BYTES = 1L << 30;

  private static final int PARTS = 3;

  /// Checks the bounds.
  public Attachment {
    if (size < 1 || size > MAX_BYTES) {
      throw new IllegalArgumentException("an attachment has 1 byte to 1 GiB");
    }
  }

  /// How many chunks it has.
  public int chunks() {
    return (int) ((size + CHUNK_BYTES - 1) / CHUNK_BYTES);
  }

  /// Length of the chunk at {@code index}, from 0, in bytes.
  public int chunkBytes(int index) {
    return index == chunks() - 1 ? (int) (size - (long) index * CHUNK_BYTES) : CHUNK_BYTES;
  }

  /// The property that names it: what may show a face or hold a voice stands apart, because fewer
  /// agreements open it.
  public Property property() {
    return type.isRecording() ? Property.RECORDING : Property.ATTACHMENT;
  }

  /// The value of the statement: type, size and digest.
  public String value() {
    return type.code() + ' ' + size + ' ' + digest.value().hex();
  }

  /// Reads {@link #value}; nothing if the text is in any other form.
  public static Optional<Attachment> parse(String value) {
    List<String> parts = List.of(value.split(" ", -1));
    if (parts.size() != PARTS) {
      return Optional.empty();
    }
    try {
      Attachment read =
          new Attachment(
              type(parts.getFirst()),
              Long.parseLong(parts.get(1)),
              Hash.parse(Bytes.fromHex(parts.getLast())));
      return Optional.of(read).filter(one -> one.value().equals(value));
    } catch (IllegalArgumentException | MalformedBytesException e) {
      return Optional.empty();
    }
  }

  /// The attachments that {@code entity} names, each once. A value in another form, or under the
  /// property of the other kind, names none.
  public static List<Attachment> in(Entity entity) {
    return entity.statements().stream().flatMap(Attachment::named).distinct().toList();
  }

  /// True if a statement is about an attachment, whether or not it names one.
  public static boolean isAbout(Statement statement) {
    return statement.property().equals(Property.ATTACHMENT)
        || statement.property().equals(Property.RECORDING);
  }

  /// The attachment a statement names: none or one.
  public static Stream<Attachment> named(Statement statement) {
    return parse(statement.value()).stream()
        .filter(one -> one.property().equals(statement.property()));
  }

  private static AttachmentType type(String code) {
    return Stream.of(AttachmentType.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such type"));
  }
}
