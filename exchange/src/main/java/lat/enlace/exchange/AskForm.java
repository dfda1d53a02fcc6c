// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.util.Set;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.PersonalData;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.model.entity.Entity;

/// A question as an officer fills it in, before anything is decided. Case and legal basis are as
/// typed: empty ones reach the gate that refuses them, so that the refusal is on the record.
///
/// @param partners one or many nodes asked at once, at most {@link #MAX_PARTNERS}
@PersonalData
public record AskForm(
    Set<NodeId> partners,
    String caseReference,
    String legalBasis,
    OffenceCode offence,
    Purpose purpose,
    Set<TransnationalElement> elements,
    Entity subject,
    SubjectCategory category,
    ProceduralStage stage,
    Set<Ground> grounds,
    Set<DataCategory> wanted,
    Urgency urgency,
    String reason) {
  /// At most so many partners are asked at once: each is a decision, an entry and a row of its own,
  /// committed together.
  public static final int MAX_PARTNERS = 64;

  /// Copies the sets.
  public AskForm {
    partners = Set.copyOf(partners);
    elements = Set.copyOf(elements);
    grounds = Set.copyOf(grounds);
    wanted = Set.copyOf(wanted);
  }

  @Override
  public String toString() {
    return "AskForm[]";
  }
}
