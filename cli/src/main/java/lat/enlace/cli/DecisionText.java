// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.util.List;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.DecisionWords;
import lat.enlace.instrument.decision.Needs;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.model.Language;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A decision as people and as machines read it.
final class DecisionText {
  private final DecisionWords words;
  private final Instrument instrument;

  DecisionText(Language language, Instrument instrument) {
    this.words = DecisionWords.in(language);
    this.instrument = instrument;
  }

  void print(PrintWriter out, Decision decision) {
    switch (decision) {
      case Decision.Permit permit -> {
        out.println("permit");
        permit.clauses().forEach(clause -> out.println("  under " + clause));
        permit.obligations().forEach(obligation -> out.println("  " + words.duty(obligation)));
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
          reason.code(), reason.audience().code(), words.message(reason), words.remedy(reason));
      Needs.of(reason, instrument).forEach(need -> out.println("    " + words.need(need)));
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
        permit.obligations().forEach(obligation -> obligations.add(words.duty(obligation)));
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
              .put("audience", reason.audience().code())
              .put("message", words.message(reason))
              .put("remedy", words.remedy(reason))
              .putArray("needs");
      Needs.of(reason, instrument).forEach(need -> needs.add(words.need(need)));
    }
  }
}
