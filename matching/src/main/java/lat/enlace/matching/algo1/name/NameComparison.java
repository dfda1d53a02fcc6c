// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Compares two names of one kind: pairs parts with their likes, best pairs first, then weighs what
/// was found against what contradicts and what is missing.
public final class NameComparison {
  /// Likeness from which two parts begin to count as the same; below, they contradict each other.
  private static final double NOTHING = 0.6;

  private static final double FULL = 0.95;
  private static final double RUN_TOGETHER = 0.9;
  private static final double ACRONYM = 0.9;

  private static final double OTHER_NUMBER = 1.0;

  // One word of three or more, whoever bears it, is below every threshold.
  private static final double MUCH = 1.5;
  private static final double ONE_OF_MANY = 0.6;

  // A name that is only its weakest parts proves little whatever its shape.
  private static final double ENOUGH = 2.0;

  private final PartLikeness likeness = new PartLikeness();

  /// A pairing of a run of parts with a run of parts.
  private record Link(
      int left, int leftLength, int right, int rightLength, double value, double weight) {}

  /// Compares; symmetric.
  public Alignment compare(Name left, Name right) {
    boolean inOrder = left.key().compareTo(right.key()) <= 0;
    return inOrder ? aligned(left, right) : aligned(right, left).mirrored();
  }

  private Alignment aligned(Name a, Name b) {
    List<Link> links = links(a, b);
    links.sort(
        Comparator.comparingDouble((Link link) -> -link.value())
            .thenComparingDouble(link -> -link.weight())
            .thenComparingInt(Link::left)
            .thenComparingInt(Link::right));
    BitSet usedA = new BitSet();
    BitSet usedB = new BitSet();
    List<Link> chosen = new ArrayList<>();
    for (Link link : links) {
      int endA = link.left() + link.leftLength();
      int endB = link.right() + link.rightLength();
      if (usedA.get(link.left(), endA).isEmpty() && usedB.get(link.right(), endB).isEmpty()) {
        usedA.set(link.left(), endA);
        usedB.set(link.right(), endB);
        chosen.add(link);
      }
    }
    return weigh(a, b, chosen, usedA, usedB);
  }

  private List<Link> links(Name a, Name b) {
    boolean person = a.kind() == NameKind.PERSON;
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < a.parts().size(); i++) {
      for (int j = 0; j < b.parts().size(); j++) {
        Part x = a.parts().get(i);
        Part y = b.parts().get(j);
        double value = agreement(likeness.of(x, y, person));
        if (value > 0) {
          links.add(new Link(i, 1, j, 1, value, Math.min(x.weight(), y.weight())));
        }
      }
    }
    addRuns(a, b, false, links);
    addRuns(b, a, true, links);
    return links;
  }

  // One part against two written apart, and an acronym against the words it stands for.
  private void addRuns(Name one, Name many, boolean mirrored, List<Link> links) {
    for (int i = 0; i < one.parts().size(); i++) {
      Part single = one.parts().get(i);
      for (int j = 0; j + 1 < many.parts().size(); j++) {
        Part first = many.parts().get(j);
        Part second = many.parts().get(j + 1);
        double value = mayJoin(single, first, second) ? together(single, first, second) : 0;
        if (value > 0) {
          double weight =
              Math.max(single.weight(), Math.min(1.5, first.weight() + second.weight()));
          links.add(link(i, j, 2, mirrored, value, weight));
        }
        int words = one.kind() == NameKind.ORGANISATION ? Acronyms.words(single, many, j) : 0;
        if (words > 0) {
          links.add(link(i, j, words, mirrored, ACRONYM, 1.5));
        }
      }
    }
  }

  private static Link link(int i, int j, int run, boolean mirrored, double value, double weight) {
    return mirrored ? new Link(j, run, i, 1, value, weight) : new Link(i, 1, j, run, value, weight);
  }

  // Two parts written as one begin with nearly the same sound and are nearly as long.
  private boolean mayJoin(Part single, Part first, Part second) {
    int letters = first.text().length() + second.text().length();
    return single.role() == Part.Role.PLAIN
        && letters >= 4
        && Math.abs(letters - single.text().length()) <= 2
        && !single.sound().isEmpty()
        && !first.sound().isEmpty()
        && likeness.mayBegin(single.sound().charAt(0), first.sound().charAt(0));
  }

  private double together(Part single, Part first, Part second) {
    double value = likeness.sound(single.sound(), Sound.of(first.text() + second.text()));
    return value >= RUN_TOGETHER ? agreement(value) : 0;
  }

  static double agreement(double likeness) {
    return Math.clamp((likeness - NOTHING) / (FULL - NOTHING), 0.0, 1.0);
  }

  private static Alignment weigh(Name a, Name b, List<Link> chosen, BitSet usedA, BitSet usedB) {
    NameRules rules = NameRules.of(a.kind());
    double found = 0;
    double against = 0;
    for (Link link : chosen) {
      found += link.weight() * link.value();
      against += link.weight() * (1 - link.value());
    }
    List<Part> onlyA = rest(a, usedA);
    List<Part> onlyB = rest(b, usedB);
    double missing = 0;
    // Other numbers are another unit, fund or vessel, however much the words agree.
    if (onlyA.stream().anyMatch(NameComparison::isNumber)
        && onlyB.stream().anyMatch(NameComparison::isNumber)) {
      against += OTHER_NUMBER;
    }
    for (int i = 0; i < Math.max(onlyA.size(), onlyB.size()); i++) {
      double x = i < onlyA.size() ? onlyA.get(i).weight() : 0;
      double y = i < onlyB.size() ? onlyB.get(i).weight() : 0;
      against += Math.min(x, y);
      missing += Math.abs(x - y);
    }
    double cost = rules.contradiction() * against + rules.missing() * missing;
    double similarity = found == 0 ? 0 : found / (found + cost);
    boolean oneOfSeveral = Math.min(a.parts().size(), b.parts().size()) == 1 && missing > 0.5;
    if (oneOfSeveral) {
      similarity = Math.min(similarity, missing < MUCH ? rules.single() : ONE_OF_MANY);
    } else if (missing + against > 0.5) {
      similarity *= proof(found);
    }
    return new Alignment(
        chosen.stream().map(link -> pair(a, b, link)).toList(),
        onlyA.stream().map(Part::text).toList(),
        onlyB.stream().map(Part::text).toList(),
        similarity);
  }

  /// What is left of a similarity that rests on parts of weight {@code found} while others are
  /// missing.
  public static double proof(double found) {
    return 1 - 0.2 * Math.max(0, ENOUGH - found);
  }

  private static boolean isNumber(Part part) {
    return part.role() == Part.Role.NUMBER;
  }

  private static List<Part> rest(Name name, BitSet used) {
    List<Part> rest = new ArrayList<>();
    for (int i = used.nextClearBit(0); i < name.parts().size(); i = used.nextClearBit(i + 1)) {
      rest.add(name.parts().get(i));
    }
    rest.sort(Comparator.comparingDouble(part -> -part.weight()));
    return rest;
  }

  private static Alignment.Pair pair(Name a, Name b, Link link) {
    return new Alignment.Pair(
        text(a, link.left(), link.leftLength()),
        text(b, link.right(), link.rightLength()),
        link.value());
  }

  private static String text(Name name, int from, int length) {
    StringBuilder text = new StringBuilder();
    for (Part part : name.parts().subList(from, from + length)) {
      text.append(text.isEmpty() ? "" : " ").append(part.text());
    }
    return text.toString();
  }
}
