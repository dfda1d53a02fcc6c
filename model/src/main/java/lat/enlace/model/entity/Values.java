// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.util.ArrayList;
import java.util.List;

/// Brings texts of others into the bounds of a statement without losing any of them.
public final class Values {
  private Values() {}

  /// True if {@code text} holds no NUL and no half of a surrogate pair, so that every store and
  /// every encoding carries it unchanged.
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /// {@code text} in pieces a statement can carry, cut at a blank where there is one. A short text
  /// is one piece, unchanged; joined without anything between them, the pieces are the text.
  public static List<String> pieces(String text) {
    if (text.length() <= Statement.MAX_VALUE_LENGTH) {
      return List.of(text);
    }
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > Statement.MAX_VALUE_LENGTH) {
      int to = cut(text, from);
      pieces.add(text.substring(from, to));
      from = to;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int cut(String text, int from) {
    int limit = from + Statement.MAX_VALUE_LENGTH;
    int blank = text.lastIndexOf(' ', limit - 1);
    if (blank > from) {
      return blank + 1;
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }
}
