// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Forms;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;

/// What the asker says about a request that went out, and reads of what was said.
final class Saying {
  private final AskParts parts;
  private final Sendings sendings;

  Saying(AskParts parts, Sendings sendings) {
    this.parts = parts;
    this.sendings = sendings;
  }

  /// The clock runs again once the partner has it.
  SentRow clarify(Work work, Officer by, SentRow row, String text) throws ExchangeException {
    Matter matter = matter(work, by, row, DispatchKind.CLARIFICATION);
    Verdict ruling = rule(work, row, matter);
    if (!(ruling.open() instanceof Decision.Permit)) {
      parts.journal().commit(parts.decider().only(parts.journal().begin(), matter, ruling));
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision refuses the clarification");
    }
    var body = new RequestBody.Clarification(row.id(), text);
    var nothing = new RequestBody.Clarification(row.id(), nothingMore(row));
    parts.decider().enter(work, matter, ruling);
    Letters.Letter letter = sendings.about(work, by, row, ruling, body, nothing);
    RequestRows.clarifies(work, letter.id(), row.id());
    SentRow after = row.in(SentRequest.State.ACCEPTED);
    RequestRows.put(work, after);
    return after;
  }

  /// What a decoy's asker says when he is asked something: that he knows no more.
  private static String nothingMore(SentRow row) {
    return switch (Written.read(row.dispatch()).header().language()) {
      case ES -> "No consta nada más.";
      case PT -> "Não consta mais nada.";
      case EN -> "Nothing more is known.";
      case FR -> "Rien de plus n’est connu.";
      case NL -> "Meer is niet bekend.";
    };
  }

  /// Says nothing of the subject, so that nothing keeps it back.
  void withdraw(Work work, Officer by, SentRow row) throws ExchangeException {
    Matter matter = matter(work, by, row, DispatchKind.REQUEST_WITHDRAWAL);
    Verdict ruling = rule(work, row, matter);
    parts.decider().enter(work, matter, ruling);
    Verdict free = new Verdict(ruling.instrument(), ruling.open(), ruling.open());
    var body = new RequestBody.Withdrawal(row.id());
    sendings.about(work, by, row, free, body, body);
  }

  private Verdict rule(Work work, SentRow row, Matter matter) {
    return parts.decider().rule(work, matter, row.sent().instrument().getFirst());
  }

  private Matter matter(Work work, Officer by, SentRow row, DispatchKind kind) {
    return new Forms(parts)
        .matter(work, by, row.sent().form().ask(), row.sent().partner(), kind)
        .about(List.of(row.id()))
        .approvedBy(Set.copyOf(row.approvals()));
  }

  /// What was asked back is no data of the partner's and its reading is kept; why he refuses is his
  /// and its reading is reported, unless something else went out in the request's place: his words
  /// are about that.
  List<String> read(Work work, Officer by, Role role, SentRow row, DispatchId said)
      throws ExchangeException {
    Dispatch dispatch =
        Rows.received(work, said)
            .map(Rows.Proof::content)
            .filter(bytes -> !bytes.isEmpty())
            .map(Written::read)
            .orElseThrow(() ->
                new ExchangeException(
                    ExchangeException.Code.WRONG_STATE, "no words are here to be read"));
    var reader =
        new Readings.Reader(
            by,
            role,
            new CaseReference(row.sent().form().ask().caseReference()),
            ReadingStep.PROGRESS);
    var source = Readings.Source.dispatch(row.sent().partner(), said);
    if (dispatch.body() instanceof RequestBody.Reply reply) {
      parts.readings().report(work, reader, source);
      return reply.refused().stream()
          .map(RequestBody.Reply.Refused::explanation)
          .filter(words -> !words.isEmpty())
          .toList();
    }
    parts.readings().keep(work, reader, source);
    return dispatch.body() instanceof RequestBody.Progress progress
        ? List.of(progress.text())
        : List.of();
  }
}
