// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.time.Duration;
import java.util.List;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.decide.DecisionRow;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Side;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.Body;

/// Ends questions that a concealed fact stopped here the way a no-hit ends: after a while, with as
/// many entries of the same length (invariant I13). Only the decision, which the rights officer
/// reads, tells them apart.
final class Quiet {
  private static final Duration LEAST = Duration.ofSeconds(2);
  private static final int SPREAD_MILLIS = 40;
  private static final String PREFIX = "quiet";

  private final AskParts parts;

  Quiet(AskParts parts) {
    this.parts = parts;
  }

  void schedule(Work work, DispatchId question) {
    long spread = (long) parts.randomness().next(1).at(0) * SPREAD_MILLIS;
    long due = work.now().plus(LEAST).plusMillis(spread).toEpochMilli();
    work.put(Store.Space.ASKED, Keys.of(PREFIX, due, question), Stored.of(question.toString()));
  }

  /// Ends those that are due.
  void tick(Work work) {
    for (Store.Row row : work.scan(Store.Space.ASKED, PREFIX + " ", "", Integer.MAX_VALUE)) {
      long due = Keys.number(Keys.part(row.key(), 1));
      if (due <= work.now().toEpochMilli()) {
        end(work, DispatchId.parse(Stored.read(row.value(), String.class)));
        work.delete(Store.Space.ASKED, row.key());
      }
    }
  }

  private void end(Work work, DispatchId id) {
    Asked.find(work, id)
        .ifPresent(row -> {
          DispatchId answer = parts.letters().freshId(work);
          var about = List.of(answer);
          var partner = List.of(row.asked().partner());
          work.enter(Draft.kept(EntryType.RECEIPT, Stored.of("quiet"), about, partner));
          DecisionRow decision =
              new DecisionRow(
                  work.now(),
                  Side.ASKING,
                  "answer",
                  row.asked().partner(),
                  row.asked().instrument().getFirst().id().value(),
                  "permit",
                  List.of(),
                  "permit",
                  List.of());
          parts.decider().enter(work, decision, about, row.asked().partner());
          Asked.put(work, row.answered(State.NO_HIT, answer, new Body.Outcome.NoHit()));
        });
  }
}
