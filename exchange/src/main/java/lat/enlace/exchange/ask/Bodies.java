// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;

/// Tells bodies apart by what they carry.
public final class Bodies {
  private Bodies() {}

  /// False for the refusal of a question or a follow-up: codes and no data, so that no suspension
  /// keeps a refusal from being told.
  public static boolean carriesData(Body body) {
    return switch (body) {
      case HitBody.Answer(_, HitBody.Outcome.Refused _) -> false;
      case HitBody.Refusal _, RequestBody.Withdrawal _, AlertBody.Stance _, AlertBody.Statement _ ->
          false;
      case AlertBody.Change change -> change.what().adds();
      case RequestBody.Reply reply -> !reply.given().isEmpty();
      case HitBody.Answer _,
          HitBody.Question _,
          HitBody.FollowUp _,
          HitBody.Disclosure _,
          RequestBody.Request _,
          RequestBody.Progress _,
          RequestBody.Clarification _,
          SpontaneousBody _,
          AlertBody.Alert _,
          AlertBody.Hit _,
          ItemBody.Reading _,
          ItemBody.Recall _,
          ItemBody.RecallOutcome _,
          ConsentBody _,
          WhereaboutsBody.Inquiry _,
          WhereaboutsBody.Reply _,
          WarningBody _,
          ChannelBody.Standing _,
          ChannelBody.NodeRecord _ ->
          true;
    };
  }
}
