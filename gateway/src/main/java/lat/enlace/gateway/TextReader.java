// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Objects;

/// Decodes UTF-8 and, where bytes are not UTF-8, reads each of them as Windows-1252 and warns of
/// the first, with line and byte: lists are met with Latin letters under a UTF-8 heading, and to
/// drop or replace them would falsify names. Refuses control characters and texts beyond a size.
///
/// A byte order mark is skipped; one of UTF-16 or UTF-32 is refused.
final class TextReader extends Reader {
  private static final int BUFFER = 1 << 14;
  private static final int LONGEST = 4;
  private static final String WINDOWS_1252 = windows1252();

  private final InputStream in;
  private final String part;
  private final Intake intake;
  private final long maxBytes;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean ended;
  private long before;
  private long line = 1;
  private long delivered;
  private boolean warned;
  private int pendingLow = -1;

  TextReader(InputStream in, String part, long maxBytes, Intake intake) {
    this.in = in;
    this.part = part;
    this.maxBytes = maxBytes;
    this.intake = intake;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    int written = 0;
    while (written < length) {
      if (written > 0 && at == end) {
        break;
      }
      int c = next();
      if (c < 0) {
        break;
      }
      into[from + written] = (char) c;
      written++;
    }
    delivered += written;
    return written == 0 && length > 0 ? -1 : written;
  }

  /// Characters given so far.
  long delivered() {
    return delivered;
  }

  private int next() throws IOException {
    if (pendingLow >= 0) {
      int low = pendingLow;
      pendingLow = -1;
      return low;
    }
    if (end - at < LONGEST && !ended) {
      fill();
    }
    if (at == end) {
      return -1;
    }
    int codePoint = decode();
    if (codePoint < ' ' || codePoint == 0x7f) {
      control(codePoint);
    }
    if (Character.isBmpCodePoint(codePoint)) {
      return codePoint;
    }
    pendingLow = Character.lowSurrogate(codePoint);
    return Character.highSurrogate(codePoint);
  }

  private void control(int codePoint) throws IOException {
    switch (codePoint) {
      case '\n' -> line++;
      case '\t', '\r', CsvReader.END_OF_FILE -> {}
      default -> throw refuse(GatewayException.Code.CONTROL_CHARACTER, before + at - 1);
    }
  }

  private int decode() throws IOException {
    int first = buffer[at] & 0xff;
    if (first < 0x80) {
      at++;
      return first;
    }
    int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length == 0 || end - at < length) {
      return notUtf8(first);
    }
    int value = first & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      int following = buffer[at + i] & 0xff;
      if ((following & 0xc0) != 0x80) {
        return notUtf8(first);
      }
      value = (value << 6) | (following & 0x3f);
    }
    boolean overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    boolean outside = value > Character.MAX_CODE_POINT || (value >= 0xd800 && value <= 0xdfff);
    if (overlong || outside) {
      return notUtf8(first);
    }
    at += length;
    return value;
  }

  private int notUtf8(int octet) {
    if (!warned) {
      warned = true;
      intake.warn(ImportWarning.Code.ENCODING, new Place(part, line, before + at));
    }
    at++;
    return WINDOWS_1252.charAt(octet);
  }

  private void fill() throws IOException {
    boolean beginning = before == 0 && end == 0;
    System.arraycopy(buffer, at, buffer, 0, end - at);
    before += at;
    end -= at;
    at = 0;
    while (end < LONGEST && !ended) {
      int count = in.read(buffer, end, BUFFER - end);
      if (count < 0) {
        ended = true;
      } else {
        end += count;
      }
    }
    if (before + end > maxBytes) {
      throw refuse(GatewayException.Code.TOO_LARGE, before);
    }
    if (beginning) {
      mark();
    }
  }

  private void mark() throws IOException {
    if (starts(0xef, 0xbb, 0xbf)) {
      at = 3;
    } else if (starts(0xfe, 0xff) || starts(0xff, 0xfe)) {
      throw refuse(GatewayException.Code.ENCODING, 0);
    }
  }

  private boolean starts(int... octets) {
    if (end < octets.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((buffer[i] & 0xff) != octets[i]) {
        return false;
      }
    }
    return true;
  }

  private RefusedTextException refuse(GatewayException.Code code, long offset) {
    return new RefusedTextException(new GatewayException(code, new Place(part, line, offset)));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static String windows1252() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new String(all, Charset.forName("windows-1252"));
  }
}
