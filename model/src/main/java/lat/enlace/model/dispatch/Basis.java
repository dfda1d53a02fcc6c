// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.Optional;
import java.util.Set;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind.Lane;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.Purpose;
import lat.enlace.model.TransnationalElement;

/// What gives a dispatch its right to exist. A dispatch about a suspect without a case, an offence
/// and a legal basis cannot be expressed.
public sealed interface Basis {
  /// Longest legal basis in characters.
  int MAX_LEGAL_BASIS_LENGTH = 500;

  /// True if a kind of this lane may rest on this basis: what concerns a suspect only on an
  /// instrument, case and offence; the humanitarian floor on a case and legal basis; a warning on a
  /// life alone; the channel itself on nothing.
  default boolean carries(Lane lane) {
    return switch (this) {
      case UnderInstrument _ -> lane == Lane.PERSON || lane == Lane.HUMANITARIAN;
      case Humanitarian _ -> lane == Lane.HUMANITARIAN;
      case Life() -> lane == Lane.LIFE;
      case Governance() -> lane == Lane.GOVERNANCE;
    };
  }

  /// The instrument it rests on: none or one.
  default Optional<InstrumentRef> cited() {
    return this instanceof UnderInstrument under
        ? Optional.of(under.instrument())
        : Optional.empty();
  }

  /// The case it is for: none or one.
  default Optional<CaseReference> forCase() {
    return switch (this) {
      case UnderInstrument under -> Optional.of(under.caseReference());
      case Humanitarian humanitarian -> Optional.of(humanitarian.caseReference());
      case Life(), Governance() -> Optional.empty();
    };
  }

  /// For a named case and offence, under an instrument both states signed.
  ///
  /// @param legalBasis the national act or order the asker rests on, 1 to 500 characters, no
  ///   personal data
  /// @param elements which part of the conduct crosses a border; empty is expressible and always
  ///   refused
  record UnderInstrument(
      InstrumentRef instrument,
      CaseReference caseReference,
      Purpose purpose,
      OffenceCode offence,
      String legalBasis,
      Set<TransnationalElement> elements)
      implements Basis {
    /// Checks the bounds.
    public UnderInstrument {
      checkLegalBasis(legalBasis);
      elements = Set.copyOf(elements);
    }
  }

  /// The humanitarian floor: open whatever the instruments say.
  record Humanitarian(CaseReference caseReference, String legalBasis) implements Basis {
    /// Checks the bounds.
    public Humanitarian {
      checkLegalBasis(legalBasis);
    }
  }

  /// A life is under threat: no case, no act, no word of where it is known from.
  record Life() implements Basis {}

  /// About the channel itself: no case, no data on persons.
  record Governance() implements Basis {}

  private static void checkLegalBasis(String legalBasis) {
    if (legalBasis.isBlank() || legalBasis.length() > MAX_LEGAL_BASIS_LENGTH) {
      throw new IllegalArgumentException("a legal basis has 1 to 500 characters");
    }
  }
}
