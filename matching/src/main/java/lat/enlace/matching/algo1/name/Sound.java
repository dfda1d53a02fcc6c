// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

/// How a folded word sounds to a clerk who writes it down: a string of symbols, one per sound as
/// written in Spanish, Portuguese, English and the usual romanisations of Arabic, Persian and
/// Slavic. Capitals are digraphs: X kh, G gh, S sh, C ch, T th, D dh, Z zh, E ai/ay/ei/ey, L ll, H
/// g before e or i. {@link SoundDistance} says how near two symbols are.
final class Sound {
  private Sound() {}

  static String of(String word) {
    StringBuilder out = new StringBuilder(word.length());
    int i = 0;
    while (i < word.length()) {
      int used = digraph(word, i, out);
      if (used == 0) {
        append(out, single(word, i));
        used = 1;
      }
      i += used;
    }
    int last = out.length() - 1;
    if (last > 1 && out.charAt(last) == 'h' && isVowel(out.charAt(last - 1))) {
      out.setLength(last);
    }
    return out.toString();
  }

  static boolean isVowel(char symbol) {
    return "aeiouE".indexOf(symbol) >= 0;
  }

  // Doubled letters are written or not at will, so one symbol stands for both.
  private static void append(StringBuilder out, char symbol) {
    if (out.isEmpty() || out.charAt(out.length() - 1) != symbol) {
      out.append(symbol);
    }
  }

  private static int digraph(String word, int i, StringBuilder out) {
    if (word.startsWith("sch", i) || word.startsWith("tch", i)) {
      append(out, word.charAt(i) == 's' ? 'S' : 'C');
      return 3;
    }
    if (i + 1 >= word.length()) {
      return 0;
    }
    char symbol = pair(word.charAt(i), word.charAt(i + 1), i + 2 < word.length());
    if (symbol == 0) {
      return 0;
    }
    append(out, symbol);
    return 2;
  }

  private static char pair(char a, char b, boolean more) {
    if (b == 'h') {
      return switch (a) {
        case 'k' -> 'X';
        case 'g' -> 'G';
        case 's' -> 'S';
        case 'c' -> 'C';
        case 't' -> 'T';
        case 'd' -> 'D';
        case 'z' -> 'Z';
        case 'p' -> 'f';
        default -> 0;
      };
    }
    if (a == 'l' && b == 'l') {
      return more ? 'L' : 'l';
    }
    return switch (a) {
      case 'c' -> b == 'k' ? 'k' : b == 'z' ? 'C' : 0;
      case 'q' -> b == 'u' ? 'k' : 0;
      case 's' -> b == 'z' ? 'S' : 0;
      case 'd' -> b == 'j' ? 'j' : 0;
      case 'k' -> b == 's' ? 'x' : 0;
      case 'o' -> b == 'u' || b == 'o' ? 'u' : 0;
      case 'i' -> b == 'e' ? 'i' : 0;
      case 'e' -> b == 'e' ? 'i' : b == 'i' || b == 'y' || b == 'j' ? 'E' : 0;
      case 'a' -> b == 'i' || b == 'y' || b == 'j' || b == 'e' ? 'E' : 0;
      default -> 0;
    };
  }

  private static char single(String word, int i) {
    char c = word.charAt(i);
    char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
    boolean soft = next == 'e' || next == 'i' || next == 'y';
    return switch (c) {
      case 'c' -> soft ? 's' : 'c';
      case 'g' -> soft ? 'H' : 'g';
      case 'y' -> i > 0 && (next == ' ' || !isVowel(next)) ? 'i' : 'y';
      default -> c;
    };
  }
}
