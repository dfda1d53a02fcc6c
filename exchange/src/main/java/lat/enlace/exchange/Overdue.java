// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

/// How many clocks ran out while their thing is still owed: counts only, of nobody.
///
/// @param answers that partners owe this node, decisions on its follow-ups and replies to its
///   requests among them
/// @param admissions of partners' questions that wait for a person here
/// @param releases of partners' follow-ups, and their requests, that wait for a person here
/// @param inquiries about whereabouts, sent or received, without a reply
/// @param warnings sent or received that nobody has in hand
/// @param reviews of warnings by the rights officer here
public record Overdue(
    int answers, int admissions, int releases, int inquiries, int warnings, int reviews) {
  /// Nothing is.
  public static final Overdue NONE = new Overdue(0, 0, 0, 0, 0, 0);
}
