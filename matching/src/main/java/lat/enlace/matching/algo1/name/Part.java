// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.Set;
import lat.enlace.model.PersonalData;

/// One part of a name, ready to be compared.
///
/// @param text folded
/// @param sound the same as {@link Sound} symbols
/// @param weight how much sharing it says; 1 for an ordinary part
/// @param role what sort of part
/// @param groups groups of equivalents it belongs to
/// @param common whether very many bear it
@PersonalData
public record Part(
    String text, String sound, double weight, Role role, Set<Integer> groups, boolean common) {
  /// What sort of part.
  public enum Role {
    /// A name or a distinctive word.
    PLAIN,
    /// A single letter that stands for a name.
    INITIAL,
    /// A number: equal or not, never close.
    NUMBER,
    /// A word that says little: a trade, a kind of body, abu.
    LIGHT,
    /// Younger of two with one name.
    YOUNGER,
    /// Older of two with one name.
    OLDER,
    /// A husband's name, after de.
    MARRIED
  }

  /// The sound without an attached article, son-of or servant-of; the sound itself if there is
  /// none.
  public String bareSound() {
    return PartLikeness.bare(this);
  }

  /// Copies.
  public Part {
    groups = Set.copyOf(groups);
  }

  @Override
  public String toString() {
    return "Part[" + role + "]";
  }
}
