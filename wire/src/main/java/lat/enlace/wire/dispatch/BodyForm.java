// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.util.List;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
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
import lat.enlace.wire.WireException;

/// The body of each kind (docs/spec/kinds.md); each family of kinds has a form of its own.
final class BodyForm {
  private BodyForm() {}

  static Body read(DispatchKind kind, Fields in) throws WireException {
    Body body =
        switch (kind) {
          case QUESTION -> HitForm.question(in);
          case ANSWER -> AnswerForm.read(in);
          case FOLLOW_UP -> HitForm.followUp(in);
          case DISCLOSURE -> HitForm.disclosure(in);
          case REFUSAL -> HitForm.refusal(in);
          case REQUEST -> RequestForm.request(in);
          case REQUEST_PROGRESS -> RequestForm.progress(in);
          case CLARIFICATION -> RequestForm.clarification(in);
          case REPLY -> RequestForm.reply(in);
          case REQUEST_WITHDRAWAL -> RequestForm.withdrawal(in);
          case SPONTANEOUS -> SpontaneousForm.information(in);
          case FEEDBACK -> SpontaneousForm.feedback(in);
          case ALERT -> AlertForm.alert(in);
          case ALERT_STANCE -> AlertForm.stance(in);
          case ALERT_HIT -> AlertForm.hit(in);
          case ALERT_CHANGE -> AlertForm.change(in);
          case ALERT_STATEMENT -> AlertForm.statement(in);
          case READING -> ItemForm.reading(in);
          case RECALL -> ItemForm.recall(in);
          case RECALL_OUTCOME -> ItemForm.recallOutcome(in);
          case CONSENT_REQUEST -> ConsentForm.request(in);
          case CONSENT -> ConsentForm.consent(in);
          case WHEREABOUTS -> WhereaboutsForm.inquiry(in);
          case WHEREABOUTS_REPLY -> WhereaboutsForm.reply(in);
          case WARNING -> WarningForm.warning(in);
          case WARNING_ACTION -> WarningForm.action(in);
          case WARNING_REVIEW -> WarningForm.review(in);
          case STANDING -> ChannelForm.standing(in);
          case NODE_RECORD -> ChannelForm.nodeRecord(in);
        };
    in.finish();
    return body;
  }

  /// @param padding of an answer, in characters
  static Json.Obj write(Body body, int padding) throws WireException {
    return switch (body) {
      case HitBody hit -> HitForm.write(hit, padding);
      case RequestBody request -> RequestForm.write(request);
      case SpontaneousBody spontaneous -> SpontaneousForm.write(spontaneous);
      case AlertBody alert -> AlertForm.write(alert);
      case ItemBody item -> ItemForm.write(item);
      case ConsentBody consent -> ConsentForm.write(consent);
      case WhereaboutsBody whereabouts -> WhereaboutsForm.write(whereabouts);
      case WarningBody warning -> WarningForm.write(warning);
      case ChannelBody channel -> ChannelForm.write(channel);
    };
  }

  static List<DispatchId> ids(List<String> texts) {
    return texts.stream().map(DispatchId::parse).toList();
  }

  static DispatchId id(Fields in, String name) throws WireException {
    return DispatchId.parse(in.text(name));
  }

  static ItemId item(Fields in) throws WireException {
    return new ItemId(in.text("item"));
  }
}
