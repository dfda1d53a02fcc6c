// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Heeding;
import lat.enlace.model.ActionCode;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Coded;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import org.jspecify.annotations.Nullable;

/// Alerts as the API writes and reads them.
final class AlertJson {
  private AlertJson() {}

  @PersonalData
  record Form(
      @Nullable List<String> partners,
      @Nullable String caseReference,
      @Nullable String legalBasis,
      @Nullable String offence,
      @Nullable String purpose,
      @Nullable List<String> elements,
      @Nullable GradedJson subject,
      @Nullable String ask,
      @Nullable String category,
      @Nullable String stage,
      @Nullable List<String> grounds,
      @Nullable List<String> markers,
      @Nullable List<String> handling,
      @Nullable String action,
      @Nullable String reason) {
    Alerting.AlertForm toForm(Instant now) throws ApiException {
      if (subject == null) {
        throw new ApiException("subject");
      }
      Set<HandlingCode> codes = Given.codes(HandlingCode.class, handling, "handling");
      if (codes.isEmpty()) {
        throw new ApiException("handling");
      }
      return new Alerting.AlertForm(
          nodes(Given.texts(partners, "partners")),
          Given.orEmpty(caseReference),
          Given.orEmpty(legalBasis),
          Given.as(OffenceCode::new, offence, "offence"),
          Given.code(Purpose.class, purpose, "purpose"),
          Given.codes(TransnationalElement.class, elements, "elements"),
          subject.toEntity(now),
          Given.code(AlertAction.class, ask, "ask"),
          Given.code(SubjectCategory.class, category, "category"),
          Given.code(ProceduralStage.class, stage, "stage"),
          Given.codes(Ground.class, grounds, "grounds"),
          Given.codes(AlertMarker.class, markers, "markers"),
          new Handling(codes, Given.code(ActionCode.class, action, "action")),
          Given.orEmpty(reason));
    }

    private static Set<NodeId> nodes(List<String> names) throws ApiException {
      try {
        return names.stream().map(NodeId::new).collect(Collectors.toSet());
      } catch (IllegalArgumentException e) {
        throw new ApiException("partners");
      }
    }

    @Override
    public String toString() {
      return "Form[]";
    }
  }

  /// @param second who issued or declined it: none or one
  record View(
      String id,
      String state,
      Instant at,
      String draftedBy,
      List<String> second,
      String ask,
      String caseReference,
      boolean reviewDue,
      List<Sent> deliveries) {
    static View of(Alerting.Alert one) {
      return new View(
          one.id().toString(),
          one.state().code(),
          one.at(),
          one.draftedBy().value(),
          one.second().stream().map(OfficerId::value).toList(),
          one.form().action().code(),
          one.form().caseReference(),
          one.reviewDue(),
          one.deliveries().stream().map(Sent::of).toList());
    }
  }

  /// At one partner.
  record Sent(
      String id,
      String partner,
      String state,
      List<Instant> until,
      List<String> flag,
      List<String> reason,
      List<String> error,
      List<String> hits,
      List<Change> changes) {
    static Sent of(Alerting.Delivery one) {
      return new Sent(
          one.id().toString(),
          one.partner().value(),
          one.state().code(),
          one.until(),
          codes(one.flag()),
          codes(one.reason()),
          one.error(),
          one.hits().stream().map(hit -> hit.outcome().code()).toList(),
          one.changes().stream()
              .map(change -> new Change(change.what().code(), change.until(), change.stated()))
              .toList());
    }
  }

  /// @param stated the partner stated that he made it
  record Change(String what, List<Instant> until, boolean stated) {}

  /// An alert of a partner.
  ///
  /// @param withheld to the rights officer alone: about somebody on the sealed list
  record Held(
      String id,
      String from,
      String state,
      Instant received,
      Instant until,
      List<String> ask,
      List<String> flag,
      List<String> reason,
      List<Found> hits,
      boolean withheld) {
    static Held of(Heeding.HeldAlert one) {
      return new Held(
          one.id().toString(),
          one.from().value(),
          one.state().code(),
          one.received(),
          one.until(),
          codes(one.asks()),
          codes(one.flag()),
          codes(one.reason()),
          one.hits().stream().map(Found::of).toList(),
          one.withheld());
    }
  }

  record Found(String id, String by, String state, String outcome) {
    static Found of(Heeding.Found one) {
      return new Found(
          one.id().toString(), one.by().value(), one.state().code(), one.form().outcome().code());
    }
  }

  static List<String> codes(List<? extends Coded> all) {
    return all.stream().map(Coded::code).toList();
  }
}
