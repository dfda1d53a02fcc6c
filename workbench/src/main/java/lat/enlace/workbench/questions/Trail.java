// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.questions;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;

/// How far a question has come, as five steps on one line.
///
/// @param reached steps behind
/// @param here the step it stands at, under {@code trail.}
/// @param stopped true if it goes no further
record Trail(List<String> reached, String here, List<String> ahead, boolean stopped) {
  private static final List<String> STEPS =
      List.of("decided", "delivered", "answered", "confirmed", "disclosed");

  /// Copies the lists.
  Trail {
    reached = List.copyOf(reached);
    ahead = List.copyOf(ahead);
  }

  static Trail of(AskedQuestion.State state) {
    return switch (state) {
      case REFUSED_HERE, DECLINED -> at(0, true);
      case AWAITING_AUTHORITY -> at(0, false);
      case QUEUED -> at(1, false);
      case DELIVERED -> at(2, false);
      case NO_HIT, REFUSED_THERE -> at(2, true);
      case HIT -> at(3, false);
      case NOT_THE_SUBJECT -> at(3, true);
      case FOLLOWED_UP -> at(4, false);
      case DISCLOSED, WITHHELD -> at(4, true);
    };
  }

  private static Trail at(int step, boolean stopped) {
    return new Trail(
        STEPS.subList(0, step), STEPS.get(step), STEPS.subList(step + 1, STEPS.size()), stopped);
  }
}
