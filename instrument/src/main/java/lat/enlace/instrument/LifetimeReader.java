// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;
import org.jspecify.annotations.Nullable;

/// Reads when an instrument binds, and what changes that.
final class LifetimeReader {
  private final Vocabulary vocabulary;

  LifetimeReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Lifetime lifetime(Fields root) {
    Lifetime.EntryIntoForce entry = entry(root.required("entry-into-force").fields());
    Lifetime.Review review = review(root.required("review").fields(), entry);
    Lifetime.Confidence confidence = confidence(root.required("confidence").fields());
    Lifetime.Suspension suspension = suspension(root.required("suspension").fields());
    Lifetime.AccessionRule accession = accession(root.required("accession").fields());
    return new Lifetime(entry, review, confidence, suspension, accession);
  }

  private Lifetime.EntryIntoForce entry(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    LocalDate on = fields.required("on").date();
    Value untilValue = fields.optional("until");
    @Nullable LocalDate until = untilValue.isAbsent() ? null : untilValue.date();
    if (until != null && !until.isAfter(on)) {
      untilValue.problem(Problem.Code.CONTRADICTION, "write a day after \"on\"");
      until = null;
    }
    fields.end();
    return new Lifetime.EntryIntoForce(clause, on, until);
  }

  private Lifetime.Review review(Fields fields, Lifetime.EntryIntoForce entry) {
    ClauseId clause = vocabulary.clause(fields);
    Value byValue = fields.required("by");
    LocalDate by = byValue.date();
    if (!byValue.isAbsent() && !by.isAfter(entry.on())) {
      byValue.problem(Problem.Code.CONTRADICTION, "write a day after the entry into force");
    }
    ConfidenceLevel afterwards = level(fields, "afterwards");
    fields.end();
    return new Lifetime.Review(clause, by, afterwards);
  }

  private Lifetime.Confidence confidence(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    ConfidenceLevel initial = level(fields, "initial");
    ConfidenceLevel ceiling = level(fields, "ceiling");
    if (!ceiling.reaches(initial)) {
      fields.problem(Problem.Code.CONTRADICTION, "write an initial level up to the ceiling");
    }
    fields.end();
    return new Lifetime.Confidence(clause, initial, ceiling);
  }

  private Lifetime.Suspension suspension(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    ConfidenceLevel resumeAt = level(fields, "resume-at");
    fields.end();
    return new Lifetime.Suspension(clause, resumeAt);
  }

  private Lifetime.AccessionRule accession(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    Set<StateCode> open = new HashSet<>();
    for (Value item : fields.required("open").list()) {
      open.add(item.form(StateCode::new, new StateCode("ZZ"), "PE"));
    }
    boolean acceptedByAll = fields.required("accepted-by-all").truth();
    fields.end();
    return new Lifetime.AccessionRule(clause, open, acceptedByAll);
  }

  private static ConfidenceLevel level(Fields fields, String key) {
    return fields.required(key).code(ConfidenceLevel.class, ConfidenceLevel.CONTACT);
  }
}
