// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Set;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.StateCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import org.jspecify.annotations.Nullable;

/// What is to be decided, in finite codes: what a dispatch claims of itself, without the person or
/// object it is about.
///
/// @param wanted the data categories asked for or about to be given
public record Question(
    Route route, Cause cause, Subject subject, Set<DataCategory> wanted, Urgency urgency) {
  /// Copies.
  public Question {
    wanted = Set.copyOf(wanted);
  }

  /// Who sends what to whom.
  ///
  /// @param side the node that decides
  /// @param asker the state that asked, whoever sends this dispatch; for kinds outside a question
  ///   the sender
  /// @param holder the state that was asked; for kinds outside a question the addressee
  /// @param agency the agency that sends this dispatch
  public record Route(
      Side side, DispatchKind kind, StateCode asker, StateCode holder, AgencyKind agency) {}

  /// What the dispatch rests on.
  ///
  /// @param offence absent where the kind rests on none (humanitarian floor, governance)
  /// @param elements which part of the conduct crosses a border
  public record Cause(
      Purpose purpose,
      @Nullable OffenceCode offence,
      boolean namedCase,
      boolean legalBasis,
      Set<TransnationalElement> elements) {
    /// Copies.
    public Cause {
      elements = Set.copyOf(elements);
    }
  }

  /// What the dispatch claims of its subject.
  ///
  /// @param stage of the proceedings against the person, or of the case an object is tied to
  public record Subject(SubjectCategory category, ProceduralStage stage, Set<Ground> grounds) {
    /// Copies.
    public Subject {
      grounds = Set.copyOf(grounds);
    }
  }
}
