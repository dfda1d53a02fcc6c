// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.List;
import lat.enlace.model.PersonalData;

/// Which parts of two names belong together.
///
/// @param pairs parts that found their like
/// @param onlyLeft parts of the left name that did not
/// @param onlyRight parts of the right name that did not
/// @param similarity 0..1 of the whole names
@PersonalData
public record Alignment(
    List<Pair> pairs, List<String> onlyLeft, List<String> onlyRight, double similarity) {
  /// Parts that belong together.
  ///
  /// @param left text, several words where words were run together
  /// @param right text
  /// @param likeness 0..1
  @PersonalData
  public record Pair(String left, String right, double likeness) {
    private Pair mirrored() {
      return new Pair(/* left= */ right, /* right= */ left, likeness);
    }

    @Override
    public String toString() {
      return "Pair";
    }
  }

  /// Copies.
  public Alignment {
    pairs = List.copyOf(pairs);
    onlyLeft = List.copyOf(onlyLeft);
    onlyRight = List.copyOf(onlyRight);
  }

  /// The same seen from the other side.
  Alignment mirrored() {
    return new Alignment(
        pairs.stream().map(Pair::mirrored).toList(),
        /* onlyLeft= */ onlyRight,
        /* onlyRight= */ onlyLeft,
        similarity);
  }

  @Override
  public String toString() {
    return "Alignment[" + pairs.size() + " pairs]";
  }
}
