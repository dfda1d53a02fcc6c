// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.Authority;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Role;

/// Who may do what at his own node (docs/spec/exchange.md, "Roles").
public final class Roles {
  private Roles() {}

  /// The first of {@code roles} that the officer holds.
  ///
  /// @throws ExchangeException with code ROLE_MISSING if he holds none
  public static Role require(Officer by, Role... roles) throws ExchangeException {
    for (Role role : roles) {
      if (by.has(role)) {
        return role;
      }
    }
    throw new ExchangeException(ExchangeException.Code.ROLE_MISSING, "the role is missing");
  }

  /// True if the officer holds one of {@code roles}.
  public static boolean any(Officer by, Role... roles) {
    for (Role role : roles) {
      if (by.has(role)) {
        return true;
      }
    }
    return false;
  }

  /// Refuses a kind that is beyond the ceiling of the officer's agency, whatever instruments say.
  ///
  /// @throws ExchangeException with code AGENCY_CEILING
  public static void requireCeiling(Officer by, DispatchKind kind) throws ExchangeException {
    if (!by.agency().kind().ceiling().contains(kind)) {
      throw new ExchangeException(
          ExchangeException.Code.AGENCY_CEILING, "this agency takes no part in this kind");
    }
  }

  /// As what an authority may authorise under an instrument: as the instrument names its agency,
  /// and where it names none in a role, by the sort of its agency.
  public static Set<AuthorityRole> authority(Officer by, SignedInstrument signed) {
    EnumSet<AuthorityRole> roles = EnumSet.noneOf(AuthorityRole.class);
    for (AuthorityRole role : AuthorityRole.values()) {
      List<Authority> named = signed.instrument().authorities(by.agency().state(), role);
      boolean holds =
          named.isEmpty()
              ? role == byKind(by.agency().kind())
              : named.stream().anyMatch(one -> one.id().value().equals(by.agency().id().value()));
      if (holds) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static AuthorityRole byKind(AgencyKind kind) {
    return switch (kind) {
      case PROSECUTOR -> AuthorityRole.PROSECUTOR;
      case COURT -> AuthorityRole.JUDGE;
      case POLICE,
          INTELLIGENCE,
          CUSTOMS,
          FINANCIAL_INTELLIGENCE,
          ARMED_FORCES,
          COAST_GUARD,
          CONSULAR ->
          AuthorityRole.SUPERVISOR;
    };
  }
}
