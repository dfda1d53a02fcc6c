// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.ArticleRef;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Offence;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.OffenceNature;

/// Reads the covered offences and the dated national articles behind them.
final class LawReader {
  private static final ArticleRef NO_ARTICLE = new ArticleRef("ZZ:0");
  private static final int STATE_LENGTH = 2;
  private static final int MAX_PENALTY_MONTHS = 1200;

  private final Vocabulary vocabulary;

  LawReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<CoveredOffence> offences(Value value) {
    List<CoveredOffence> all = new ArrayList<>();
    for (Value item : value.list()) {
      Fields fields = item.fields();
      ClauseId clause = vocabulary.clause(fields);
      Value codeValue = fields.required("code");
      OffenceCode code = vocabulary.offences().declare(codeValue);
      requireCommon(codeValue, OffenceNature.of(code));
      LocalText title = vocabulary.localText(fields.required("title"));
      List<Law> laws = new ArrayList<>();
      for (Value law : fields.required("laws").list()) {
        laws.add(law(law.fields(), code));
      }
      fields.end();
      all.add(new CoveredOffence(clause, code, title, laws));
    }
    Vocabulary.needItems(value, all);
    return all;
  }

  Law law(Fields fields, OffenceCode code) {
    Value articleValue = fields.required("article");
    ArticleRef article =
        articleValue.form(ArticleRef::new, NO_ARTICLE, "\"CO:CP 376\", the state before the colon");
    if (!article.equals(NO_ARTICLE)) {
      vocabulary.states().use(articleValue.narrowed(text -> text.substring(0, STATE_LENGTH)));
    }
    requireCommon(articleValue, OffenceNature.of(article));
    LocalDate since = fields.required("since").date();
    Value untilValue = fields.optional("until");
    Offence.Until until = new Offence.Until.Open();
    if (!untilValue.isAbsent()) {
      LocalDate end = untilValue.date();
      if (!end.isAfter(since)) {
        untilValue.problem(Problem.Code.CONTRADICTION, "write a day after \"since\"");
      }
      until = new Offence.Until.Ended(end);
    }
    int months = fields.required("maximum-months").integer(0, MAX_PENALTY_MONTHS);
    fields.end();
    return new Law(new Offence(code, article, since, until), months);
  }

  /// What a gate closes at every node no instrument can open.
  private static void requireCommon(Value value, OffenceNature nature) {
    switch (nature) {
      case COMMON -> {}
      case POLITICAL ->
          value.problem(
              Problem.Code.CONTRADICTION,
              "leave out offences of a political or military nature, and codes so wide that they"
                  + " hold some: gate G1-political refuses them");
      case MIGRATION ->
          value.problem(
              Problem.Code.CONTRADICTION,
              "leave out offences of migration, and codes so wide that they hold some; the"
                  + " smuggling of migrants is 08051: gate G13-migration refuses them");
    }
  }
}
