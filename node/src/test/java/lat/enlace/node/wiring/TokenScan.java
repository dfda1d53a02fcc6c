// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for invented words in bytes: as they are, in hexadecimal digits, and inside whatever reads
/// as base64, twice if need be.
final class TokenScan {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");
  private static final int DEPTH = 2;

  private final List<String> tokens;

  TokenScan(List<String> tokens) {
    this.tokens = tokens.stream().map(token -> token.toLowerCase(Locale.ROOT)).toList();
  }

  Set<String> in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  Set<String> in(byte[] content) {
    Set<String> found = new TreeSet<>();
    scan(content, DEPTH, found);
    return found;
  }

  private void scan(byte[] content, int depth, Set<String> found) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);
    for (String token : tokens) {
      byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
      if (lower.contains(token) || lower.contains(HexFormat.of().formatHex(bytes))) {
        found.add(token);
      }
    }
    if (depth > 0) {
      Matcher run = BASE64.matcher(text);
      while (run.find()) {
        decoded(run.group()).forEach(inside -> scan(inside, depth - 1, found));
      }
    }
  }

  /// What a run may decode to: its beginning is not known, so from each of four places.
  private static List<byte[]> decoded(String run) {
    String digits = run.replace('-', '+').replace('_', '/').replace("=", "");
    List<byte[]> all = new ArrayList<>();
    for (int from = 0; from < 4 && digits.length() - from >= 4; from++) {
      int over = (digits.length() - from) % 4 == 1 ? 1 : 0;
      all.add(Base64.getDecoder().decode(digits.substring(from, digits.length() - over)));
    }
    return all;
  }
}
