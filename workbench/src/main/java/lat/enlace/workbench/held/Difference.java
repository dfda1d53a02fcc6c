// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.model.PersonalData;

/// Two texts part by part, each part marked if the other side does not have it, or has it
/// elsewhere. For the eye only: what counts is what the matcher said.
@PersonalData
public record Difference(List<Part> left, List<Part> right) {
  private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+");

  /// Copies the lists.
  public Difference {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// A part of a text.
  @PersonalData
  public record Part(String text, boolean marked) {
    @Override
    public String toString() {
      return "Part[" + marked + "]";
    }
  }

  /// The longest common run of parts in order stays unmarked; where a side is empty nothing is
  /// marked.
  static Difference between(String left, String right) {
    List<String> one = parts(left);
    List<String> other = parts(right);
    if (one.isEmpty() || other.isEmpty()) {
      return new Difference(
          one.stream().map(text -> new Part(text, false)).toList(),
          other.stream().map(text -> new Part(text, false)).toList());
    }
    int[][] common = common(one, other);
    List<Part> leftParts = new ArrayList<>();
    List<Part> rightParts = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() || j < other.size()) {
      if (i < one.size() && j < other.size() && same(one.get(i), other.get(j))) {
        leftParts.add(new Part(one.get(i++), false));
        rightParts.add(new Part(other.get(j++), false));
      } else if (j == other.size() || (i < one.size() && common[i + 1][j] >= common[i][j + 1])) {
        leftParts.add(marked(one.get(i++)));
      } else {
        rightParts.add(marked(other.get(j++)));
      }
    }
    return new Difference(leftParts, rightParts);
  }

  private static int[][] common(List<String> one, List<String> other) {
    int[][] length = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            same(one.get(i), other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }

  private static Part marked(String text) {
    return new Part(text, Character.isLetterOrDigit(text.codePointAt(0)));
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts;
  }

  @Override
  public String toString() {
    return "Difference[]";
  }
}
