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

  /// The first of {@code roles} that the officer holds, for a use case that shows or moves what
  /// dispatches of {@code kind} carry. Every use case on data about persons begins here: beyond the
  /// ceiling of his agency no role counts, whatever instruments say.
  ///
  /// @throws ExchangeException with code AGENCY_CEILING or ROLE_MISSING
  public static Role require(Officer by, DispatchKind kind, Role... roles)
      throws ExchangeException {
    if (!reaches(by, kind)) {
      throw new ExchangeException(
          ExchangeException.Code.AGENCY_CEILING, "this agency takes no part in this kind");
    }
    return require(by, roles);
  }

  /// The same as a question.
  public static boolean any(Officer by, DispatchKind kind, Role... roles) {
    return reaches(by, kind) && any(by, roles);
  }

  private static boolean reaches(Officer by, DispatchKind kind) {
    return by.agency().kind().ceiling().contains(kind);
  }

  /// As what an authority may authorise dispatches of {@code kind} under an instrument: as the
  /// instrument names its agency for the kind, and where it names none in a role, by the sort of
  /// its agency. Nobody authorises what is beyond the ceiling of his agency.
  public static Set<AuthorityRole> authority(
      Officer by, SignedInstrument signed, DispatchKind kind) {
    EnumSet<AuthorityRole> roles = EnumSet.noneOf(AuthorityRole.class);
    if (!any(by, kind, Role.AUTHORITY)) {
      return roles;
    }
    for (AuthorityRole role : AuthorityRole.values()) {
      List<Authority> named = signed.instrument().authorities(by.agency().state(), role);
      boolean holds =
          named.isEmpty()
              ? role == byKind(by.agency().kind())
              : named.stream()
                  .filter(one -> one.authorises().contains(kind))
                  .anyMatch(one -> one.id().value().equals(by.agency().id().value()));
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
