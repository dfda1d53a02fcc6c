// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.EnumSet;
import java.util.Set;

/// What an agency is, and the ceiling of what it may ever send, open or be asked, whatever an
/// instrument says.
public enum AgencyKind implements Coded {
  /// Police, and the single point of contact.
  POLICE("police"),
  /// Public prosecutors.
  PROSECUTOR("prosecutor"),
  /// Courts.
  COURT("court"),
  /// Intelligence services.
  INTELLIGENCE("intelligence"),
  /// Customs.
  CUSTOMS("customs"),
  /// Financial-intelligence units.
  FINANCIAL_INTELLIGENCE("financial-intelligence"),
  /// Armed forces at the border: hotline, incident, patrol and sea, and warnings of threats to a
  /// life; never other data on persons.
  ARMED_FORCES("armed-forces"),
  /// Coast guards under military command: as armed forces.
  COAST_GUARD("coast-guard"),
  /// Consular services: the humanitarian floor.
  CONSULAR("consular");

  private final String code;

  AgencyKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// The kinds of dispatch this sort of agency may ever take part in.
  public Set<DispatchKind> ceiling() {
    return switch (this) {
      case POLICE, PROSECUTOR, COURT, INTELLIGENCE, CUSTOMS, FINANCIAL_INTELLIGENCE ->
          EnumSet.allOf(DispatchKind.class);
      case ARMED_FORCES, COAST_GUARD ->
          EnumSet.of(
              DispatchKind.STANDING,
              DispatchKind.WARNING,
              DispatchKind.WARNING_ACTION,
              DispatchKind.WARNING_REVIEW);
      case CONSULAR ->
          EnumSet.of(
              DispatchKind.WHEREABOUTS,
              DispatchKind.WHEREABOUTS_REPLY,
              DispatchKind.READING,
              DispatchKind.RECALL,
              DispatchKind.RECALL_OUTCOME,
              DispatchKind.WARNING,
              DispatchKind.WARNING_ACTION,
              DispatchKind.WARNING_REVIEW);
    };
  }
}
