// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

/// How parts that do not find their like count against a name of one kind.
///
/// @param contradiction cost of a part on one side that stands against another on the other side
/// @param missing cost of a part that only one side has, for instance a second surname left out
/// @param single most for a name of several parts of which the other side has only one
/// @param evidence why these values
public record NameRules(double contradiction, double missing, double single, String evidence) {
  /// The rules for names of {@code kind}.
  public static NameRules of(NameKind kind) {
    return switch (kind) {
      case PERSON ->
          new NameRules(
              1.5,
              0.15,
              0.6,
              "Siblings share two surnames and differ in one given name, so one contradiction must"
                  + " outweigh two shared parts; a second surname, a middle name or a patronymic is"
                  + " left out as often as it is written.");
      case ORGANISATION ->
          new NameRules(
              1.3,
              0.2,
              0.66,
              "Sister companies share a group name and differ in one distinctive word; descriptive"
                  + " words are left out freely. One word of two is worth a look, but no more:"
                  + " subsidiaries carry the parent's name.");
      case THING ->
          new NameRules(
              1.5,
              0.6,
              0.6,
              "Names of vessels are ordinary words in short combinations: a word more is mostly"
                  + " another vessel.");
    };
  }
}
