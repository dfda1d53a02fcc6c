// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.core;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.alert.Alerts;
import lat.enlace.exchange.answer.Questions;
import lat.enlace.exchange.answer.Stranded;
import lat.enlace.exchange.ask.Answers;
import lat.enlace.exchange.ask.Bodies;
import lat.enlace.exchange.audit.ReadingReports;
import lat.enlace.exchange.consent.Consents;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.find.WhereaboutsDesk;
import lat.enlace.exchange.item.RecallDesk;
import lat.enlace.exchange.link.Intake;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.pair.Duties;
import lat.enlace.exchange.record.Work;
import lat.enlace.exchange.standing.StandingDesk;
import lat.enlace.exchange.warn.WarningDesk;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// Every kind of dispatch, row for row of docs/spec/kinds.md, and who takes it.
final class Router implements Intake {
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  private final Takers takers;

  Router(Takers takers) {
    this.takers = takers;
  }

  /// Who takes what.
  record Takers(
      Decider decider,
      Floor floor,
      Answers answers,
      Questions questions,
      Stranded stranded,
      RecallDesk recalls,
      Consents consents,
      ReadingReports readings,
      WhereaboutsDesk whereabouts,
      WarningDesk warnings,
      StandingDesk standings,
      Requested requested,
      Alerts alerts) {}

  @Override
  public List<ErrorCode> refusal(Work work, Received received) {
    Dispatch dispatch = received.dispatch();
    boolean closed =
        dispatch.header().kind().staysOpen()
            && !takers.floor().permitsIn(work, dispatch.header(), received.state());
    if (closed) {
      return List.of(NOT_PERMITTED);
    }
    return switch (dispatch.body()) {
      case HitBody.Question _, ItemBody.Recall _, WhereaboutsBody.Inquiry _ -> List.of();
      case HitBody.Answer answer -> takers.answers().refusal(work, received, answer);
      case HitBody.FollowUp followUp -> takers.questions().refusal(work, received, followUp);
      case HitBody.Disclosure disclosure -> takers.answers().refusal(work, received, disclosure);
      case HitBody.Refusal refusal -> takers.answers().refusal(work, received, refusal);
      case RequestBody body -> takers.requested().refusal(work, received, body);
      case SpontaneousBody body -> takers.requested().refusal(work, received, body);
      case AlertBody body -> takers.alerts().refusal(work, received, body);
      case ItemBody.Reading reading ->
          entered(work, received, takers.readings().refusal(work, received, reading));
      case ItemBody.RecallOutcome outcome ->
          entered(work, received, takers.recalls().refusal(work, received, outcome));
      case ConsentBody body ->
          entered(work, received, takers.consents().refusal(work, received, body));
      case WhereaboutsBody.Reply reply ->
          entered(work, received, takers.whereabouts().refusal(work, received, reply));
      case WarningBody warning ->
          entered(work, received, takers.warnings().refusal(work, received, warning));
      case ChannelBody.Standing standing ->
          entered(work, received, takers.standings().refusal(received, standing));
      case ChannelBody.NodeRecord replaced ->
          entered(work, received, takers.standings().refusal(work, received, replaced));
    };
  }

  /// A refusal with a code is logged (invariant I11).
  private List<ErrorCode> entered(Work work, Received received, List<ErrorCode> refusal) {
    String kind = received.dispatch().header().kind().code();
    refusal.forEach(
        code -> takers.decider().enterRefusedInput(work, received.from(), kind, code.value()));
    return refusal;
  }

  @Override
  public void take(Work work, Received received) throws ExchangeException {
    Duties.taken(work, received);
    switch (received.dispatch().body()) {
      case HitBody.Question question -> takers.questions().take(work, received, question);
      case HitBody.Answer answer -> takers.answers().take(work, received, answer);
      case HitBody.FollowUp followUp -> takers.questions().take(work, received, followUp);
      case HitBody.Disclosure disclosure -> takers.answers().take(work, received, disclosure);
      case HitBody.Refusal refusal -> takers.answers().take(work, received, refusal);
      case RequestBody body -> takers.requested().take(work, received, body);
      case SpontaneousBody body -> takers.requested().take(work, received, body);
      case AlertBody body -> takers.alerts().take(work, received, body);
      case ItemBody.Reading reading -> takers.readings().take(work, received, reading);
      case ItemBody.Recall recall -> takers.recalls().take(work, received, recall);
      case ItemBody.RecallOutcome outcome -> takers.recalls().take(work, outcome);
      case ConsentBody body -> takers.consents().take(work, received, body);
      case WhereaboutsBody.Inquiry inquiry -> takers.whereabouts().take(work, received, inquiry);
      case WhereaboutsBody.Reply reply -> takers.whereabouts().take(work, received, reply);
      case WarningBody warning -> takers.warnings().take(work, received, warning);
      case ChannelBody.Standing standing -> takers.standings().take(work, received, standing);
      case ChannelBody.NodeRecord replaced -> takers.standings().take(work, replaced);
    }
  }

  @Override
  public void delivered(Work work, Dispatch dispatch, Receipt receipt) {
    var id = dispatch.header().id();
    Receipt.Outcome outcome = receipt.outcome();
    Duties.delivered(work, dispatch, receipt);
    switch (dispatch.body()) {
      case HitBody.Question _ -> takers.answers().delivered(work, id, outcome);
      case HitBody.FollowUp _ -> takers.answers().followUpDelivered(work, id, outcome);
      case ItemBody.Recall _ -> takers.recalls().delivered(work, id, outcome);
      case RequestBody body -> takers.requested().delivered(work, id, body, receipt);
      case ConsentBody body -> takers.consents().delivered(work, dispatch, body, outcome);
      case AlertBody body -> takers.alerts().delivered(work, dispatch, body, receipt);
      case SpontaneousBody _,
          HitBody.Answer _,
          HitBody.Disclosure _,
          HitBody.Refusal _,
          ItemBody.Reading _,
          ItemBody.RecallOutcome _,
          WhereaboutsBody.Inquiry _,
          WhereaboutsBody.Reply _,
          WarningBody _,
          ChannelBody.Standing _,
          ChannelBody.NodeRecord _ -> {
        // Nothing waits for these receipts: the entry in the inbox is all there is to know. Of an
        // inquiry or a warning none is shown, since one about a person sealed here has none.
      }
    }
  }

  @Override
  public boolean mayLeave(Work work, Dispatch dispatch) {
    if (dispatch.body() instanceof ItemBody.Recall recall) {
      return takers.recalls().mayLeave(work, dispatch.header().to(), recall);
    }
    if (dispatch.body() instanceof ConsentBody consent) {
      return takers.consents().mayLeave(work, dispatch, consent);
    }
    if (isOver(work, dispatch)) {
      return false;
    }
    return !bound(dispatch)
        || dispatch
            .header()
            .basis()
            .cited()
            .filter(ref ->
                takers.decider().opens(work, dispatch.header().to(), ref, dispatch.header().kind()))
            .isPresent();
  }

  @Override
  public boolean neverLeaves(Work work, Dispatch dispatch) {
    return isOver(work, dispatch)
        || (bound(dispatch)
            && dispatch
                .header()
                .basis()
                .cited()
                .filter(ref -> !takers.decider().gone(work, dispatch.header().to(), ref))
                .isEmpty());
  }

  private boolean isOver(Work work, Dispatch dispatch) {
    return switch (dispatch.body()) {
      case AlertBody.Alert _ -> takers.alerts().over(work, dispatch.header().id());
      case ConsentBody consent -> takers.consents().neverLeaves(work, dispatch, consent);
      default -> false;
    };
  }

  @Override
  public void stranded(Work work, Dispatch dispatch) throws ExchangeException {
    switch (dispatch.body()) {
      case HitBody.Question _ -> takers.answers().strandedQuestion(work, dispatch);
      case HitBody.FollowUp _ -> takers.answers().strandedFollowUp(work, dispatch);
      case HitBody.Answer answer -> takers.stranded().answer(work, dispatch, answer);
      case HitBody.Disclosure disclosure ->
          takers.stranded().disclosure(work, dispatch, disclosure);
      case RequestBody body -> takers.requested().stranded(work, dispatch, body);
      case SpontaneousBody body -> takers.requested().stranded(work, dispatch, body);
      case AlertBody body -> takers.alerts().stranded(work, dispatch, body);
      case ConsentBody _ -> {
        // What it was about is over, and says so already.
      }
      case HitBody.Refusal _,
          ItemBody.Reading _,
          ItemBody.Recall _,
          ItemBody.RecallOutcome _,
          WhereaboutsBody.Inquiry _,
          WhereaboutsBody.Reply _,
          WarningBody _,
          ChannelBody.Standing _,
          ChannelBody.NodeRecord _ ->
          throw new IllegalStateException("no standing holds this kind back");
    }
  }

  /// True if the standing of an instrument decides whether it may leave.
  private static boolean bound(Dispatch dispatch) {
    return dispatch.header().kind().lane() == DispatchKind.Lane.PERSON
        && Bodies.carriesData(dispatch.body());
  }
}
