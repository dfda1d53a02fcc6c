// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Folds a text in any script to words of plain lower-case letters and digits. Marks, zero-width
/// and bidirectional controls, emoji and punctuation leave no trace; apostrophes join, hyphens
/// part. Bounded: only the first {@link #MAX_LENGTH} characters and {@link #MAX_WORDS} words are
/// read.
public final class Fold {
  /// Longest text read; what follows is left out of the comparison.
  public static final int MAX_LENGTH = 512;

  /// Most words read.
  public static final int MAX_WORDS = 24;

  private static final int MAX_WORD = 48;
  private static final String JOINERS = "'’‘`´ʻʼʿʾ′ʹʺ״׳ªº";

  private final Scripts scripts = new Scripts();

  /// The words of {@code text}; a comma stands as a word of its own, because it tells family name
  /// from given name.
  public List<String> words(String text) {
    String plain = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    if (!isAscii(plain)) {
      plain = decompose(plain);
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length() && words.size() < MAX_WORDS; ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        word.appendCodePoint(Character.toLowerCase(c));
      } else if (separates(c)) {
        finish(word, words);
        if (c == ',') {
          words.add(",");
        }
      }
    }
    finish(word, words);
    return words;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String decompose(String text) {
    String marked = text.replace("Mª", "Maria ").replace("mª", "maria ").replace("Nº", "No ");
    return Normalizer.normalize(marked, Normalizer.Form.NFKD);
  }

  private static boolean separates(int c) {
    if (JOINERS.indexOf(c) >= 0) {
      return false;
    }
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK
        && type != Character.SURROGATE
        && type != Character.MODIFIER_SYMBOL
        && type != Character.MODIFIER_LETTER;
  }

  private void finish(StringBuilder word, List<String> words) {
    if (word.isEmpty()) {
      return;
    }
    String letters = word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word.toString();
    word.setLength(0);
    if (isAscii(letters)) {
      words.add(letters);
      return;
    }
    for (String part : scripts.toLatin(letters).split("[^a-z0-9]+", -1)) {
      if (!part.isEmpty() && words.size() < MAX_WORDS) {
        words.add(part.length() > MAX_WORD ? part.substring(0, MAX_WORD) : part);
      }
    }
  }
}
