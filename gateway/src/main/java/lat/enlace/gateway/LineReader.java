// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import lat.enlace.model.entity.EntityReader;

/// The lines of a UTF-8 text of any length, each of at most 1 MiB; blank lines are passed over.
/// Text that is not UTF-8 is refused: JSON has no other encoding.
final class LineReader {
  private static final int FIRST_SIZE = 4096;
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private final String part;
  private byte[] line = new byte[FIRST_SIZE];
  private int length;
  private long number;
  private long start;
  private long offset;

  LineReader(InputStream in, String part) {
    this.in = in;
    this.part = part;
  }

  /// The next line with anything on it, or empty at the end.
  Optional<String> next() throws GatewayException {
    while (fill()) {
      String text = decode();
      if (!text.isBlank()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /// Where the line last given begins.
  Place place() {
    return new Place(part, number, start);
  }

  private boolean fill() throws GatewayException {
    number++;
    start = offset;
    length = 0;
    try {
      while (more()) {
        int feed = at;
        while (feed < end && buffer[feed] != '\n') {
          feed++;
        }
        add(feed - at);
        if (feed < end) {
          at = feed + 1;
          offset++;
          return true;
        }
      }
      return length > 0;
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part);
    }
  }

  private boolean more() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
    }
    return at < end;
  }

  private void add(int count) throws GatewayException {
    if (length + count > EntityReader.MAX_LINE) {
      throw new GatewayException(GatewayException.Code.TOO_LONG, place());
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
    }
    System.arraycopy(buffer, at, line, length, count);
    length += count;
    offset += count;
    at += count;
  }

  private String decode() throws GatewayException {
    int from =
        number == 1 && length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb ? 3 : 0;
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(line, from, length - from);
    CharBuffer text = CharBuffer.allocate(length);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      throw new GatewayException(
          GatewayException.Code.ENCODING, new Place(part, number, start + bytes.position()));
    }
    return text.flip().toString();
  }
}
