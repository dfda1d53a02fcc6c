// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.List;
import java.util.Set;

/// What stays open whatever instruments say, and where there is none: the humanitarian floor and
/// the governance of the channel (invariant I7). Slowed at most, never closed.
public final class HumanitarianFloor {
  private static final Decision PERMIT =
      new Decision.Permit(List.of(), List.of(new Obligation.LogReadings()));
  private static final Decision NO_INSTRUMENT =
      new Decision.Refuse(List.of(new Reason.OfDefault()));

  private HumanitarianFloor() {}

  /// Decides a question between two states that have no instrument, or none that can be read.
  public static Decision decide(Question question, Context context) {
    if (!question.route().kind().staysOpen()) {
      return NO_INSTRUMENT;
    }
    Set<Gate> closed = Gates.closed(question, context);
    return closed.isEmpty() ? PERMIT : new Decision.Refuse(Gates.reasons(closed));
  }
}
