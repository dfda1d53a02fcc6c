// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;

/// Dispatches this node wrote, found again in its ledger or in one of its logs that ended. They say
/// which agency a thing concerns: what a partner sends back belongs to the agency whose dispatch it
/// answers.
public final class Written {
  private Written() {}

  /// The dispatch this node wrote under {@code id}; nothing if there is none, or it was erased.
  public static Optional<Dispatch> find(Journal journal, DispatchId id) {
    return journal.openings(id).stream()
        .filter(row -> row.type() == EntryType.DISPATCH && !row.erased())
        .map(Written::read)
        .filter(dispatch -> dispatch.header().id().equals(id))
        .findFirst();
  }

  /// The dispatch that {@code received} answers, if this node wrote it.
  public static Optional<Dispatch> answeredBy(Journal journal, Body received) {
    Optional<DispatchId> id =
        switch (received) {
          case HitBody.Answer answer -> Optional.of(answer.question());
          case HitBody.Disclosure disclosure -> Optional.of(disclosure.followUp());
          case HitBody.Refusal refusal -> Optional.of(refusal.followUp());
          case ItemBody.RecallOutcome outcome -> Optional.of(outcome.recall());
          case WhereaboutsBody.Reply reply -> Optional.of(reply.inquiry());
          case WarningBody.Action action -> Optional.of(action.warning());
          case WarningBody.Review review -> Optional.of(review.warning());
          case ConsentBody.Consent consent -> Optional.of(consent.request());
          case HitBody.FollowUp followUp -> Optional.of(followUp.answer());
          case RequestBody.Progress progress -> Optional.of(progress.request());
          case RequestBody.Reply reply -> Optional.of(reply.request());
          case SpontaneousBody.Feedback feedback -> Optional.of(feedback.information());
          case AlertBody.Stance stance -> Optional.of(stance.alert());
          case AlertBody.Hit hit -> Optional.of(hit.alert());
          case AlertBody.Statement statement -> Optional.of(statement.change());
          case HitBody.Question _,
              RequestBody.Request _,
              RequestBody.Clarification _,
              RequestBody.Withdrawal _,
              SpontaneousBody.Information _,
              AlertBody.Alert _,
              AlertBody.Change _,
              ItemBody.Reading _,
              ItemBody.Recall _,
              ConsentBody.Request _,
              WhereaboutsBody.Inquiry _,
              WarningBody.Warning _,
              ChannelBody.Standing _,
              ChannelBody.NodeRecord _ ->
              Optional.empty();
        };
    return id.flatMap(one -> find(journal, one));
  }

  /// A dispatch as this node stored it.
  public static Dispatch read(OpeningRow row) {
    return read(row.content());
  }

  /// A dispatch, its own or a partner's, whose exact bytes this node keeps.
  ///
  /// @throws StoreException with code CORRUPT if they are no dispatch any more
  public static Dispatch read(Bytes kept) {
    try {
      return DispatchCodec.decode(kept);
    } catch (WireException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }
}
