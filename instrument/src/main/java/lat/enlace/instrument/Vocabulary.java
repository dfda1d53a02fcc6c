// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.StateCode;

/// What the parts of one text share while it is read: its names and its authentic languages.
final class Vocabulary {
  private final Names<StateCode> states =
      new Names<>(StateCode::new, new StateCode("ZZ"), "CO", "name a state that is a party");
  private final Names<ClauseId> clauses =
      new Names<>(
          ClauseId::new,
          new ClauseId("missing"),
          "art-4.1",
          "name a clause that stands among the articles");
  private final Names<OffenceCode> offences =
      new Names<>(
          OffenceCode::new, new OffenceCode("00"), "\"0601\"", "name an offence that is covered");
  private final List<Language> authentic;

  Vocabulary(List<Language> authentic) {
    this.authentic = authentic;
  }

  Names<StateCode> states() {
    return states;
  }

  Names<ClauseId> clauses() {
    return clauses;
  }

  Names<OffenceCode> offences() {
    return offences;
  }

  ClauseId clause(Fields fields) {
    return clauses.use(fields.required("clause"));
  }

  /// A text that stands at least in every authentic language.
  LocalText localText(Value value) {
    Fields fields = value.fields();
    Map<Language, String> texts = new HashMap<>();
    for (YamlNode.Entry entry : fields.all()) {
      Coded.find(Language.class, entry.key())
          .ifPresent(language -> texts.put(language, fields.value(entry).text()));
    }
    fields.end();
    for (Language language : authentic) {
      if (!value.isAbsent() && !texts.containsKey(language)) {
        value.problem(
            Problem.Code.MISSING_KEY, "add the text in \"" + language.code() + "\", authentic");
      }
    }
    return texts.isEmpty() ? new LocalText(Map.of(Language.EN, "?")) : new LocalText(texts);
  }

  void resolve() {
    states.resolve();
    clauses.resolve();
    offences.resolve();
  }

  /// Tells a list that is there and empty.
  static void needItems(Value value, Collection<?> items) {
    if (!value.isAbsent() && items.isEmpty()) {
      value.problem(Problem.Code.VALUE, "write at least one item");
    }
  }
}
