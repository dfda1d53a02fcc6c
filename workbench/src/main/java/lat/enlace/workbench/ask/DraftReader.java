// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.entity.EntityFields;

/// Reads a draft into a form for the core, or says field by field what is lacking. Case, legal
/// basis, elements and grounds may be empty: a gate refuses them, on the record.
final class DraftReader {
  private final AskDraft draft;
  private final Map<String, String> lacking = new HashMap<>();

  DraftReader(AskDraft draft) {
    this.draft = draft;
  }

  /// What a draft reads as.
  sealed interface Reading {
    /// Ready to be decided.
    @PersonalData
    record Ready(AskForm form) implements Reading {
      @Override
      public String toString() {
        return "Ready[]";
      }
    }

    /// Not yet.
    record Lacking(Map<String, String> fields) implements Reading {
      /// Copies.
      public Lacking {
        fields = Map.copyOf(fields);
      }
    }
  }

  Reading read(Officer by, Set<NodeId> known, Instant now) {
    Set<NodeId> partners = new HashSet<>(known);
    partners.removeIf(node -> !draft.has("partners", node.value()));
    need("partners", !partners.isEmpty(), "lacking.partners");
    List<Statement> statements = statements(by, now);
    need("subject", !statements.isEmpty(), "lacking.subject");
    bounds();
    Optional<OffenceCode> offence = offence();
    Optional<Purpose> purpose = chosen(Purpose.class, "purpose");
    Optional<SubjectCategory> category = chosen(SubjectCategory.class, "category");
    Optional<ProceduralStage> stage = chosen(ProceduralStage.class, "stage");
    Optional<Urgency> urgency = chosen(Urgency.class, "urgency");
    Entity subject = new Entity(new EntityId("probe"), draft.kind().schema(), statements);
    QuestionBounds.excess(subject).ifPresent(this::tooMuch);
    if (!lacking.isEmpty()) {
      return new Reading.Lacking(lacking);
    }
    return new Reading.Ready(
        new AskForm(
            partners,
            draft.one("case"),
            draft.one("basis"),
            offence.orElseThrow(),
            purpose.orElseThrow(),
            ticked(TransnationalElement.class, "elements"),
            subject,
            category.orElseThrow(),
            stage.orElseThrow(),
            ticked(Ground.class, "grounds"),
            ticked(DataCategory.class, "wanted"),
            urgency.orElseThrow(),
            draft.one("reason")));
  }

  private void tooMuch(QuestionBounds.Excess excess) {
    switch (excess) {
      case BIRTH_DATES, BIRTH_DATE_FORM ->
          lacking.put(EntityFields.PREFIX + Property.BIRTH_DATE.name(), "lacking.birthDate");
      case NAMES, VALUES, STATEMENTS -> lacking.put("subject", "lacking.tooMuch");
    }
  }

  private void bounds() {
    need("basis", draft.one("basis").length() <= Basis.MAX_LEGAL_BASIS_LENGTH, "lacking.tooLong");
    need("reason", draft.one("reason").length() <= Body.MAX_TEXT_LENGTH, "lacking.tooLong");
    need("wanted", !draft.all("wanted").isEmpty(), "lacking.wanted");
  }

  private Optional<OffenceCode> offence() {
    try {
      return Optional.of(new OffenceCode(draft.one("offence")));
    } catch (IllegalArgumentException e) {
      lacking.put("offence", "lacking.choose");
      return Optional.empty();
    }
  }

  private List<Statement> statements(Officer by, Instant now) {
    Optional<StatementKind> kind = chosen(StatementKind.class, "kindOfClaim");
    Optional<SourceGrade> source = chosen(SourceGrade.class, "sourceGrade");
    Optional<InformationGrade> accuracy = chosen(InformationGrade.class, "informationGrade");
    List<Statement> statements = new ArrayList<>();
    for (Property property : draft.kind().properties()) {
      for (String value :
          EntityFields.values(property, draft.all(EntityFields.PREFIX + property.name()))) {
        if (value.length() > Statement.MAX_VALUE_LENGTH) {
          lacking.put(EntityFields.PREFIX + property.name(), "lacking.tooLong");
        } else if (kind.isPresent() && source.isPresent() && accuracy.isPresent()) {
          statements.add(
              new Statement(
                  property,
                  value,
                  kind.get(),
                  new Grading(source.get(), accuracy.get()),
                  by.agency().id().value(),
                  now));
        }
      }
    }
    return statements;
  }

  private <E extends Enum<E> & Coded> Optional<E> chosen(Class<E> list, String field) {
    Optional<E> member = Coded.find(list, draft.one(field));
    need(field, member.isPresent(), "lacking.choose");
    return member;
  }

  private <E extends Enum<E> & Coded> Set<E> ticked(Class<E> list, String field) {
    Set<E> members = new HashSet<>();
    for (String code : draft.all(field)) {
      Coded.find(list, code).ifPresent(members::add);
    }
    return members;
  }

  private void need(String field, boolean holds, String message) {
    if (!holds) {
      lacking.put(field, message);
    }
  }
}
