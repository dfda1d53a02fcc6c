// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.attach;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.AttachmentType;

/// Tells the type of a file by its first bytes, and none where it is not on the list. What is text
/// is no program, page or script by its beginning, and has no control characters anywhere.
final class TypeSniffer {
  /// Which bytes stand where.
  private record Mark(AttachmentType type, int at, String hex) {
    boolean isIn(byte[] head) {
      byte[] bytes = java.util.HexFormat.of().parseHex(hex);
      return head.length >= at + bytes.length
          && java.util.Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark(AttachmentType.PDF, 0, "255044462d"),
          new Mark(AttachmentType.JPEG, 0, "ffd8ff"),
          new Mark(AttachmentType.PNG, 0, "89504e470d0a1a0a"),
          new Mark(AttachmentType.TIFF, 0, "49492a00"),
          new Mark(AttachmentType.TIFF, 0, "4d4d002a"),
          new Mark(AttachmentType.MP4, 4, "66747970"),
          new Mark(AttachmentType.MP3, 0, "494433"),
          new Mark(AttachmentType.MP3, 0, "fffb"),
          new Mark(AttachmentType.ZIP, 0, "504b0304"),
          new Mark(AttachmentType.SEVEN_ZIP, 0, "377abcaf271c"),
          new Mark(AttachmentType.GZIP, 0, "1f8b08"));
  private static final Mark RIFF = new Mark(AttachmentType.WAV, 0, "52494646");
  private static final Mark WAVE = new Mark(AttachmentType.WAV, 8, "57415645");
  private static final List<String> NO_TEXT = List.of("<", "#!", "{\\rtf", "MZ", "%!", "@echo");

  private TypeSniffer() {}

  /// The type of a file that begins with {@code head}; nothing if it is on no list.
  static Optional<AttachmentType> of(byte[] head) {
    Optional<AttachmentType> marked =
        MARKS.stream().filter(mark -> mark.isIn(head)).map(Mark::type).findFirst();
    if (marked.isPresent()) {
      return marked;
    }
    if (RIFF.isIn(head) && WAVE.isIn(head)) {
      return Optional.of(AttachmentType.WAV);
    }
    return isText(head) && hasHarmlessBeginning(head)
        ? Optional.of(AttachmentType.TEXT)
        : Optional.empty();
  }

  /// True if nothing in {@code chunk} is a control character that text has not.
  static boolean isPlain(byte[] chunk) {
    for (byte one : chunk) {
      boolean control = (one >= 0 && one < ' ') || one == 0x7f;
      if (control && one != '\n' && one != '\r' && one != '\t' && one != '\f') {
        return false;
      }
    }
    return true;
  }

  // A character may be cut at the end of what is looked at.
  private static boolean isText(byte[] head) {
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return isPlain(head)
        && !utf8.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false).isError();
  }

  private static boolean hasHarmlessBeginning(byte[] head) {
    Bytes few = Bytes.copyOf(head, 0, Math.min(head.length, 64));
    String start = new String(few.toArray(), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return NO_TEXT.stream().noneMatch(start::startsWith);
  }
}
