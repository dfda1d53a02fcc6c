// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.block;

import java.util.LinkedHashSet;
import java.util.Set;
import lat.enlace.matching.algo1.name.Part;

/// The keys under which a part of a name is found again after damage: the part with any one letter
/// left out, and its consonants by class with any one left out. Two parts that share a key may be
/// near each other; parts one slip or one sound apart always share one.
final class BlockKeys {
  private static final int LONGEST = 24;
  private static final int SHORTEST_SLIP = 5;
  private static final int SHORT_SKELETON = 3;

  private BlockKeys() {}

  /// Keys of a part by its sound, with and without what is attached before it.
  static Set<String> of(Part part) {
    Set<String> keys = new LinkedHashSet<>();
    add(part.sound(), keys);
    if (!part.bareSound().equals(part.sound())) {
      add(part.bareSound(), keys);
    }
    // A slip may break a digraph and with it the sound, so the letters are a key too.
    String text = part.text();
    if (!text.equals(part.sound()) && text.length() >= SHORTEST_SLIP && text.length() <= LONGEST) {
      keys.add("=" + text);
      withoutOne(text, "=", keys);
    }
    return keys;
  }

  private static void add(String sound, Set<String> keys) {
    String word = sound.length() > LONGEST ? sound.substring(0, LONGEST) : sound;
    keys.add(word);
    if (word.length() > 2) {
      withoutOne(word, "", keys);
    }
    String skeleton = skeleton(word);
    keys.add("#" + skeleton);
    if (skeleton.length() > SHORT_SKELETON) {
      withoutOne(skeleton, "#", keys);
    }
  }

  private static void withoutOne(String word, String prefix, Set<String> keys) {
    for (int i = 0; i < word.length(); i++) {
      keys.add(prefix + word.substring(0, i) + word.substring(i + 1));
    }
  }

  // Consonants that clerks confuse fall into one class; vowels, h, y and w fall out.
  private static String skeleton(String sound) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sound.length(); i++) {
      char c = symbolClass(sound.charAt(i));
      if (c != 0 && (out.isEmpty() || out.charAt(out.length() - 1) != c)) {
        out.append(c);
      }
    }
    return out.isEmpty() ? sound : out.toString();
  }

  private static char symbolClass(char symbol) {
    return switch (symbol) {
      case 'a', 'e', 'i', 'o', 'u', 'E', 'h', 'y', 'w' -> 0;
      case 'b', 'v', 'p', 'f' -> 'b';
      case 'k', 'c', 'q', 'g', 'G', 'X' -> 'k';
      case 's', 'z', 'x', 'S', 'C', 'Z' -> 's';
      case 'j', 'H' -> 'j';
      case 'l', 'L', 'r' -> 'l';
      case 'd', 't', 'D', 'T' -> 't';
      case 'm', 'n' -> 'n';
      default -> symbol;
    };
  }
}
