// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lat.enlace.model.entity.EntityReader;

/// The lines of a UTF-8 text of any length, each of at most 1 MiB; blank lines are passed over.
/// Text that is not UTF-8 is refused: JSON has no other encoding.
final class LineReader {
  private static final int FIRST_SIZE = 4096;

  private final InputStream in;
  private final String part;
  private byte[] line = new byte[FIRST_SIZE];
  private int length;
  private long number;
  private long start;
  private long offset;

  LineReader(InputStream in, String part) {
    this.in = new BufferedInputStream(in, 1 << 16);
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
      int octet = in.read();
      if (octet < 0) {
        return false;
      }
      while (octet >= 0) {
        offset++;
        if (octet == '\n') {
          return true;
        }
        add((byte) octet);
        octet = in.read();
      }
      return true;
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part);
    }
  }

  private void add(byte octet) throws GatewayException {
    if (length == line.length) {
      if (length >= EntityReader.MAX_LINE) {
        throw new GatewayException(GatewayException.Code.TOO_LONG, place());
      }
      line = java.util.Arrays.copyOf(line, length * 2);
    }
    line[length] = octet;
    length++;
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
