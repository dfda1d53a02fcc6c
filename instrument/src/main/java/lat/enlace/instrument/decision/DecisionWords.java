// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import lat.enlace.instrument.Law;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.Handling;
import lat.enlace.model.Language;

/// The words for a decision in one language, from the bundle `lat.enlace.instrument.decisions`: one
/// sentence per reason, remedy, need and duty, with codes where a sentence names one. A language
/// without words of its own is told in English.
public final class DecisionWords {
  private final ResourceBundle bundle;

  private DecisionWords(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The words in `language`, whatever the machine's own locale is.
  public static DecisionWords in(Language language) {
    ResourceBundle.Control rootAsFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new DecisionWords(
        ResourceBundle.getBundle(
            "lat.enlace.instrument.decisions", Locale.of(language.code()), rootAsFallback));
  }

  /// What it means.
  public String message(Reason reason) {
    return bundle.getString(reason.messageKey());
  }

  /// What would change it.
  public String remedy(Reason reason) {
    return bundle.getString(reason.remedyKey());
  }

  /// What the clause behind a reason asks for.
  public String need(Need need) {
    return switch (need) {
      case Need.Codes(List<Coded> codes) -> filled("need.codes", joined(codes));
      case Need.Punishable(Law law, int leastMonths) ->
          filled(
              "need.punishable",
              law.state(),
              law.offence().article(),
              law.offence().since(),
              law.maximumPenaltyMonths(),
              leastMonths);
      case Need.PerDay(int questions) -> filled("need.per-day", questions);
    };
  }

  /// What a permit demands.
  public String duty(Obligation obligation) {
    return switch (obligation) {
      case Obligation.Handle(ClauseId clause, Handling handling) ->
          filled("duty.handle", clause, joined(handling.codes()), handling.action().code());
      case Obligation.AnswerWithin answer ->
          filled("duty.answer", answer.clause(), answer.clock().code());
      case Obligation.Keep keep ->
          filled(
              keep.renewable() ? "duty.keep.renewable" : "duty.keep",
              keep.clause(),
              joined(keep.data()),
              keep.days());
      case Obligation.LogReadings() -> filled("duty.readings");
    };
  }

  private static String joined(Collection<? extends Coded> codes) {
    return codes.stream().map(Coded::code).sorted().collect(Collectors.joining(", "));
  }

  // As text: a format of its own would group the digits of a year or a penalty.
  private String filled(String key, Object... parts) {
    Object[] texts = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      texts[i] = parts[i].toString();
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
  }
}
