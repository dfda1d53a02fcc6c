// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import lat.enlace.model.dispatch.Body;

/// Tells bodies apart by what they carry.
public final class Bodies {
  private Bodies() {}

  /// False for the refusal of a question or a follow-up: codes and no data, so that no suspension
  /// keeps a refusal from being told.
  public static boolean carriesData(Body body) {
    return switch (body) {
      case Body.Answer(_, Body.Outcome.Refused _) -> false;
      case Body.Refusal _ -> false;
      case Body.Answer _,
          Body.Question _,
          Body.FollowUp _,
          Body.Disclosure _,
          Body.Reading _,
          Body.Recall _,
          Body.RecallOutcome _,
          Body.Whereabouts _,
          Body.WhereaboutsReply _,
          Body.Standing _,
          Body.NodeRecord _ ->
          true;
    };
  }
}
