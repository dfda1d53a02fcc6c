// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.Recalling.ReadingView;
import lat.enlace.exchange.Records.ReportedReading;
import lat.enlace.exchange.ask.Answers;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.read.ReportedRow;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.WhatWasRead;
import lat.enlace.wire.ErrorCode;

/// What partners report to have read of what this node sent (invariant I5).
public final class ReadingReports {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");

  private final Journal journal;

  /// Over the node's journal.
  public ReadingReports(Journal journal) {
    this.journal = journal;
  }

  /// Refuses the report on something that this node never sent to the partner, or that concerns the
  /// channel alone.
  public List<ErrorCode> refusal(Work work, Received received, ItemBody.Reading reading) {
    return sent(work, received.from(), reading.what()).isPresent()
        ? List.of()
        : List.of(UNKNOWN_REFERENCE);
  }

  /// The dispatch that brought the partner what he read.
  private Optional<Dispatch> sent(Work work, NodeId reader, WhatWasRead what) {
    Optional<DispatchId> id =
        switch (what) {
          case WhatWasRead.Sent(DispatchId dispatch) -> Optional.of(dispatch);
          case WhatWasRead.Item(ItemId item) ->
              work.get(Store.Space.GIVEN, item.value(), GivenRow.class).map(GivenRow::disclosure);
        };
    return id.flatMap(one -> Written.find(journal, one))
        .filter(found -> found.header().to().equals(reader))
        .filter(found -> found.header().kind().lane() != DispatchKind.Lane.GOVERNANCE);
  }

  /// Keeps the report.
  public void take(Work work, Received received, ItemBody.Reading reading) {
    Dispatch sent = sent(work, received.from(), reading.what()).orElseThrow();
    ReportedRow row =
        new ReportedRow(
            reading.what().name(),
            sent.header().kind(),
            sent.header().sender().agency().id(),
            received.from(),
            view(reading, reading.caseReference(), reading.reason()),
            shown(work, sent, reading));
    ReportedRow.put(work, received.dispatch().header().id(), row);
  }

  /// What others than the rights officer see of it. A question about nobody may have gone out under
  /// the id of a question, with a case of its own: until a hit is shown, a reading of a question
  /// has the case of the question and the one reason there can be; and where none is shown, there
  /// is nothing more.
  private static List<ReadingView> shown(Work work, Dispatch sent, ItemBody.Reading reading) {
    ReadingView whole = view(reading, reading.caseReference(), reading.reason());
    if (sent.body() instanceof RequestBody) {
      // Another request may have gone out under this id: the case is always that of the request.
      CaseReference own = sent.header().basis().forCase().orElseThrow();
      return List.of(view(reading, own, ReadingStep.REQUEST.code()));
    }
    if (sent.header().kind() != DispatchKind.QUESTION) {
      return List.of(whole);
    }
    AskedQuestion.State state = Answers.state(work, sent.header().id()).orElseThrow();
    boolean waits = state == AskedQuestion.State.QUEUED || state == AskedQuestion.State.DELIVERED;
    CaseReference own = sent.header().basis().forCase().orElseThrow();
    return waits
        ? List.of(view(reading, own, ReadingStep.ADMISSION.code()))
        : Answers.hit(state) ? List.of(whole) : List.of();
  }

  private static ReadingView view(ItemBody.Reading reading, CaseReference forCase, String reason) {
    return new ReadingView(
        reading.unit().value(),
        reading.role().code(),
        forCase.value(),
        reason,
        reading.at(),
        reading.reader().value());
  }

  /// As the officer may see them, newest first.
  List<ReportedReading> readings(Officer by, int limit) throws ExchangeException {
    Role role =
        Roles.require(
            by,
            DispatchKind.READING,
            Role.RIGHTS_OFFICER,
            Role.AUDITOR,
            Role.DUTY_OFFICER,
            Role.ANALYST);
    return ReportedRow.all(journal.begin()).stream()
        .filter(row -> Roles.any(by, row.kind(), role))
        .filter(row -> role != Role.ANALYST || row.agency().equals(by.agency().id()))
        .flatMap(row -> reported(row, role))
        .sorted(Comparator.comparing((ReportedReading one) -> one.reading().at()).reversed())
        .limit(limit)
        .toList();
  }

  private static Stream<ReportedReading> reported(ReportedRow row, Role role) {
    Stream<ReadingView> views =
        role == Role.RIGHTS_OFFICER ? Stream.of(row.whole()) : row.shown().stream();
    return views.map(view -> new ReportedReading(row.kind(), row.what(), row.reader(), view));
  }
}
