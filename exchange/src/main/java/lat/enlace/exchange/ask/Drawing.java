// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.NodeId;

/// Draws what a decoy says from keyed digests: the same for the same text and partner, and without
/// this node's secret it says nothing of the text.
final class Drawing {
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "be", "bri", "bo", "bu", "da", "de", "dri", "do", "du", "fa", "fe", "fi", "fro",
          "fu", "ga", "gre", "go", "gu", "la", "le", "li", "lo", "lu", "ma", "me", "mi", "mo", "mu",
          "na", "ne", "ni", "no", "nu", "pa", "pe", "pri", "po", "pu", "ra", "re", "ri", "ro", "ru",
          "ta", "te", "ti", "tro", "tu", "sa", "se", "si", "so", "via", "za", "ve", "zo", "vi",
          "san", "tel", "mar", "bun", "dor", "ces");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

  private static final Pattern LAST_WORD = Pattern.compile("(.*?)(\\p{L}+)(\\P{L}*)");

  private final Bytes digest;

  private Drawing(Bytes digest) {
    this.digest = digest;
  }

  static Drawing of(Letters letters, String what, NodeId to, String text) {
    String keyed = letters.keyed(Keys.of("decoy", what, to, text));
    return new Drawing(Bytes.copyOf(Base64.getUrlDecoder().decode(keyed)));
  }

  /// From 0 to 255, by place, around the digest's length.
  int at(int place) {
    return digest.at(place % digest.size());
  }

  /// Two to four words, as people are called.
  String fullName() {
    StringBuilder name = new StringBuilder(word(0));
    int words = 2 + at(31) % 3;
    for (int i = 1; i < words; i++) {
      name.append(' ').append(word(i));
    }
    return name.toString();
  }

  /// One word of a name.
  String word(int place) {
    int syllables = 2 + at(24 + place) % 2;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES.get(at(place * 4 + i) % SYLLABLES.size()));
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// A date of birth of full age, like everyone's whom the gate for minors let pass.
  String born() {
    return "%04d-%02d-%02d".formatted(1955 + at(0) % 40, 1 + at(1) % 12, 1 + at(2) % 28);
  }

  /// {@code text} with other digits; years stay.
  String digits(String text) {
    StringBuilder other = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        other.setCharAt(i, (char) ('0' + at(i) % 10));
      }
    }
    Matcher years = YEAR.matcher(text);
    while (years.find()) {
      other.replace(years.start(), years.end(), years.group());
    }
    return other.toString();
  }

  /// {@code text} with other capital letters.
  String letters(String text) {
    StringBuilder other = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        other.setCharAt(i, (char) ('A' + at(i) % 26));
      }
    }
    return other.toString();
  }

  /// {@code text} with another last word, in capitals if that one is.
  String lastWord(String text) {
    Matcher last = LAST_WORD.matcher(text);
    if (!last.matches()) {
      return text;
    }
    String word = word(0);
    boolean capitals = last.group(2).equals(last.group(2).toUpperCase(Locale.ROOT));
    return last.group(1) + (capitals ? word.toUpperCase(Locale.ROOT) : word) + last.group(3);
  }

  /// A number of eight digits.
  String number() {
    return digits("00000000");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
