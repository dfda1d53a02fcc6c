// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Parts of names on their own, for finding candidates: how like two are, and how a part may have
/// been run together or written apart.
public final class PartComparison {
  private static final int LONGEST_JOINED = 20;
  private static final int SHORTEST_SPLIT = 5;
  private static final int SHORTEST_PIECE = 2;

  private final PartLikeness likeness = new PartLikeness();

  /// How like two parts are, 0..1.
  public double likeness(Part a, Part b) {
    return likeness.of(a, b, false);
  }

  /// Neighbouring parts run together.
  public List<Part> joined(Name name) {
    List<Part> joined = new ArrayList<>();
    for (int i = 0; i + 1 < name.parts().size(); i++) {
      Part first = name.parts().get(i);
      Part second = name.parts().get(i + 1);
      String text = first.text() + second.text();
      boolean plain = first.role() == Part.Role.PLAIN && second.role() == Part.Role.PLAIN;
      if (plain && text.length() <= LONGEST_JOINED) {
        joined.add(plain(text));
      }
    }
    return joined;
  }

  /// The two halves of every way to write a part as two.
  public List<List<String>> halves(Part part) {
    List<List<String>> halves = new ArrayList<>();
    String text = part.text();
    if (text.length() >= SHORTEST_SPLIT && part.role() == Part.Role.PLAIN) {
      for (int at = SHORTEST_PIECE; at <= text.length() - SHORTEST_PIECE; at++) {
        halves.add(List.of(text.substring(0, at), text.substring(at)));
      }
    }
    return halves;
  }

  /// How much of its weight a part of this likeness shares, 0..1.
  public double agreement(double likeness) {
    return NameComparison.agreement(likeness);
  }

  static Part plain(String text) {
    return new Part(text, Sound.of(text), 1, Part.Role.PLAIN, Set.of(), false);
  }
}
