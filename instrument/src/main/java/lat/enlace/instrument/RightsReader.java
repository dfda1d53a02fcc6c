// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.SubjectCategory;

/// Reads the clauses that narrow: rights clauses and reservations.
final class RightsReader {
  private static final String REFUSE = "refuse";

  private final Vocabulary vocabulary;

  RightsReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<RightsClause> clauses(Value value) {
    List<RightsClause> all = new ArrayList<>();
    for (Value item : value.list()) {
      Fields fields = item.fields();
      ClauseId clause = vocabulary.clause(fields);
      RightsClause.When when = when(fields.required("when").fields());
      RightsClause.Effect effect = effect(fields.required("then"));
      fields.end();
      all.add(new RightsClause(clause, when, effect));
    }
    return all;
  }

  private RightsClause.When when(Fields fields) {
    Set<DispatchKind> kinds =
        fields.optional("kinds").codeSet(DispatchKind.class, DispatchKind.QUESTION);
    if (kinds.stream().anyMatch(DispatchKind::staysOpen)) {
      fields.problem(
          Problem.Code.CONTRADICTION, "leave out the floor and governance: nothing closes them");
    }
    Set<OffenceCode> offences = vocabulary.offences().useAll(fields.optional("offences"));
    Set<SubjectCategory> categories =
        fields.optional("categories").codeSet(SubjectCategory.class, SubjectCategory.CONVICTED);
    Set<DataCategory> data =
        fields.optional("data").codeSet(DataCategory.class, DataCategory.IDENTITY);
    Set<Ground> grounds = fields.optional("grounds").codeSet(Ground.class, Ground.EVIDENCE);
    fields.end();
    return new RightsClause.When(kinds, offences, categories, data, grounds);
  }

  private static RightsClause.Effect effect(Value value) {
    String text = value.scalar().orElse(REFUSE);
    if (text.equals(REFUSE)) {
      return new RightsClause.Effect.Refused();
    }
    return Coded.find(AuthorityRole.class, text)
        .<RightsClause.Effect>map(RightsClause.Effect.Authorised::new)
        .orElseGet(() -> {
          value.problem(
              Problem.Code.VALUE,
              "write refuse, or who must authorise: supervisor, prosecutor, judge,"
                  + " central-authority");
          return new RightsClause.Effect.Refused();
        });
  }
}
