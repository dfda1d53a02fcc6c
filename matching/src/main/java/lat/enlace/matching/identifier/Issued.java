// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/// Numbers that a register issued although they do not fit its own rule: the whole public list that
/// the table names. Kept as digests: people's numbers are not to be read or searched in a program.
final class Issued {
  private static final String TABLE = "/lat/enlace/matching/identifier/issued.txt";
  private static final int BYTES = 8;

  private final Set<String> lines;

  Issued() {
    try (InputStream in = Issued.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("table missing: " + TABLE);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      lines = text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String format, String number) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((format + ":" + number).getBytes(StandardCharsets.UTF_8));
      return lines.contains(format + " " + HexFormat.of().formatHex(digest, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
