// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Law;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Need;
import lat.enlace.instrument.decision.Needs;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.instrument.decision.ReasonWords;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A decision as people and as machines read it.
final class DecisionText {
  private final ReasonWords words;
  private final Instrument instrument;

  DecisionText(Language language, Instrument instrument) {
    this.words = ReasonWords.in(language);
    this.instrument = instrument;
  }

  void print(PrintWriter out, Decision decision) {
    switch (decision) {
      case Decision.Permit permit -> {
        out.println("permit");
        permit.clauses().forEach(clause -> out.println("  under " + clause));
        permit.obligations().forEach(obligation -> out.println("  " + line(obligation)));
      }
      case Decision.Escalate escalate -> {
        out.println("escalate");
        escalate.authorities().stream()
            .sorted()
            .forEach(authority -> out.println("  to " + authority.code()));
        reasons(out, escalate.reasons());
      }
      case Decision.Refuse refuse -> {
        out.println(refuse.concealed() ? "refuse (the asker sees a no-hit)" : "refuse");
        reasons(out, refuse.reasons());
      }
    }
  }

  private void reasons(PrintWriter out, List<Reason> reasons) {
    for (Reason reason : reasons) {
      out.printf(
          "  %s (%s)%n    %s%n    %s%n",
          reason.code(), audience(reason), words.message(reason), words.remedy(reason));
      Needs.of(reason, instrument).forEach(need -> out.println("    needs " + line(need)));
    }
  }

  ObjectNode json(Decision decision) {
    ObjectNode result = JsonLine.object();
    switch (decision) {
      case Decision.Permit permit -> {
        result.put("outcome", "permit");
        ArrayNode clauses = result.putArray("clauses");
        permit.clauses().forEach(clause -> clauses.add(clause.value()));
        ArrayNode obligations = result.putArray("obligations");
        permit.obligations().forEach(obligation -> obligations.add(line(obligation)));
      }
      case Decision.Escalate escalate -> {
        result.put("outcome", "escalate");
        ArrayNode authorities = result.putArray("authorities");
        escalate.authorities().stream()
            .sorted()
            .forEach(authority -> authorities.add(authority.code()));
        json(result, escalate.reasons());
      }
      case Decision.Refuse refuse -> {
        result.put("outcome", "refuse").put("concealed", refuse.concealed());
        json(result, refuse.reasons());
      }
    }
    return result;
  }

  private void json(ObjectNode result, List<Reason> reasons) {
    ArrayNode array = result.putArray("reasons");
    for (Reason reason : reasons) {
      ArrayNode needs =
          array
              .addObject()
              .put("code", reason.code())
              .put("audience", audience(reason))
              .put("message", words.message(reason))
              .put("remedy", words.remedy(reason))
              .putArray("needs");
      Needs.of(reason, instrument).forEach(need -> needs.add(line(need)));
    }
  }

  private static String line(Need need) {
    return switch (need) {
      case Need.Codes(List<Coded> codes) ->
          codes.stream().map(Coded::code).collect(Collectors.joining(", "));
      case Need.Punishable(Law law, int leastMonths) ->
          "%s in force (since %s, at most %d months, %d asked for)"
              .formatted(
                  law.offence().article(),
                  law.offence().since(),
                  law.maximumPenaltyMonths(),
                  leastMonths);
      case Need.PerDay(int questions) -> "at most %d questions a day".formatted(questions);
    };
  }

  private static String audience(Reason reason) {
    return reason.audience().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String line(Obligation obligation) {
    return switch (obligation) {
      case Obligation.Handle handle ->
          "%s: handle as %s, %s"
              .formatted(
                  handle.clause(),
                  handle.handling().codes().stream().map(Coded::code).sorted().toList(),
                  handle.handling().action().code());
      case Obligation.AnswerWithin answer ->
          "%s: answer within %s".formatted(answer.clause(), answer.clock());
      case Obligation.Keep keep ->
          "%s: keep %s at most %d days"
              .formatted(
                  keep.clause(),
                  keep.data().stream().map(Coded::code).sorted().toList(),
                  keep.days());
      case Obligation.LogReadings() -> "log every reading";
    };
  }
}
