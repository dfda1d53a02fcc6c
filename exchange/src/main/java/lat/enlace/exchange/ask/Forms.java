// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.dispatch.QuestionBounds;

/// Reads a form as what is decided and as what is sent.
public final class Forms {
  private final AskParts parts;

  /// With its parts.
  public Forms(AskParts parts) {
    this.parts = parts;
  }

  /// What is decided. Missing case and legal basis are for the gate to refuse, so that the refusal
  /// is on the record.
  Matter matter(Work work, Officer by, AskForm form, NodeId partner) {
    return matter(work, by, form, partner, DispatchKind.QUESTION);
  }

  /// The same for another kind that asks for data.
  public Matter matter(Work work, Officer by, AskForm form, NodeId partner, DispatchKind kind) {
    StateCode holder = parts.accords().stateOf(partner).orElse(parts.own().state());
    Question question =
        new Question(
            new Question.Route(Side.ASKING, kind, parts.own().state(), holder, by.agency().kind()),
            new Question.Cause(
                form.purpose(),
                form.offence(),
                !form.caseReference().isBlank(),
                !form.legalBasis().isBlank(),
                form.elements()),
            new Question.Subject(form.category(), form.stage(), form.grounds()),
            form.wanted(),
            form.urgency());
    Facts facts = parts.shelves().facts(work, List.of(form.subject()));
    return new Matter(partner, question, facts, true, Set.of(), List.of());
  }

  /// What a form rests on.
  ///
  /// @throws ExchangeException with code INVALID_FORM
  public static Basis.UnderInstrument basis(AskForm form, InstrumentRef ref)
      throws ExchangeException {
    try {
      return new Basis.UnderInstrument(
          ref,
          new CaseReference(form.caseReference()),
          form.purpose(),
          form.offence(),
          form.legalBasis(),
          form.elements());
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  static HitBody.Question body(AskForm form) throws ExchangeException {
    try {
      return new HitBody.Question(
          form.subject(),
          form.category(),
          form.stage(),
          form.grounds(),
          form.wanted(),
          form.reason());
    } catch (IllegalArgumentException e) {
      throw invalid(e);
    }
  }

  /// Refuses what no node could read, before anything is decided.
  public static void check(AskForm form) throws ExchangeException {
    Optional<QuestionBounds.Excess> excess = QuestionBounds.excess(form.subject());
    if (excess.isPresent()) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, excess.get().rule());
    }
    body(form);
    boolean readable =
        !form.partners().isEmpty()
            && form.partners().size() <= AskForm.MAX_PARTNERS
            && !form.subject().statements().isEmpty()
            && form.legalBasis().length() <= Basis.MAX_LEGAL_BASIS_LENGTH;
    if (!readable) {
      throw invalid(new IllegalArgumentException("a partner and a subject are needed"));
    }
    if (!form.caseReference().isBlank()) {
      try {
        new CaseReference(form.caseReference());
      } catch (IllegalArgumentException e) {
        throw invalid(e);
      }
    }
  }

  /// A field of a form that does not fit.
  public static ExchangeException invalid(IllegalArgumentException cause) {
    return new ExchangeException(
        ExchangeException.Code.INVALID_FORM, "a field is missing or out of bounds", cause);
  }
}
