// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import org.springframework.stereotype.Component;

/// The colour beside a word: it repeats what the word says. Templates know it as {@code @tone}.
@Component("tone")
public class Tones {
  /// The style of a state or of an agreement: {@code fine}, {@code soon}, {@code late}, or none.
  public String of(Coded coded) {
    return switch (coded.code()) {
      case "agrees",
          "disclosed",
          "released",
          "answered",
          "acted",
          "in-force",
          "admitted",
          "accepted",
          "granted" ->
          "fine";
      case "hit" -> "accent";
      case "close", "awaiting-authority", "lowered", "review-overdue", "contested", "flagged" ->
          "soon";
      case "differs",
          "refused-here",
          "refused-there",
          "refused",
          "declined",
          "lapsed",
          "taken-back",
          "withheld",
          "turned-away",
          "suspended",
          "ended",
          "mandate-contested" ->
          "late";
      default -> "";
    };
  }

  /// The style of the code of a decision's outcome.
  public String outcome(String code) {
    return switch (code) {
      case "permit" -> "fine";
      case "escalate" -> "soon";
      case "refuse" -> "late";
      default -> "";
    };
  }

  /// How far up the ladder of trust a level stands, 0 to 5.
  public static int rung(ConfidenceLevel level) {
    return switch (level) {
      case FLOOR -> 0;
      case CONTACT -> 1;
      case ALERTS -> 2;
      case HIT_NO_HIT -> 3;
      case INFORMATION -> 4;
      case JOINT_OPERATIONS -> 5;
    };
  }
}
