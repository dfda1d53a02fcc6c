// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Reservation;
import lat.enlace.instrument.RightsClause;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.StateCode;
import org.jspecify.annotations.Nullable;

/// The clauses of an instrument that narrow, and the reservations of its parties.
final class RightsClauses {
  private final List<RightsClause> common;
  private final List<Reservation> reservations;

  RightsClauses(Instrument instrument) {
    this.common = instrument.terms().rights();
    this.reservations = instrument.reservations();
  }

  /// The clauses that speak to this question.
  List<RightsClause> matching(Question question) {
    if (common.isEmpty() && reservations.isEmpty()) {
      return List.of();
    }
    List<RightsClause> found = null;
    for (int i = 0; i < common.size(); i++) {
      found = add(found, common.get(i), question);
    }
    for (int i = 0; i < reservations.size(); i++) {
      Reservation reservation = reservations.get(i);
      if (concerns(reservation.by(), question.route())) {
        found = add(found, reservation.clause(), question);
      }
    }
    return found == null ? List.of() : found;
  }

  private static boolean concerns(StateCode by, Question.Route route) {
    return by.equals(route.asker()) || by.equals(route.holder());
  }

  private static @Nullable List<RightsClause> add(
      @Nullable List<RightsClause> found, RightsClause clause, Question question) {
    if (!applies(clause.when(), question)) {
      return found;
    }
    List<RightsClause> all = found == null ? new ArrayList<>() : found;
    all.add(clause);
    return all;
  }

  private static boolean applies(RightsClause.When when, Question question) {
    OffenceCode offence = question.cause().offence();
    return (when.kinds().isEmpty() || when.kinds().contains(question.route().kind()))
        && (when.offences().isEmpty() || (offence != null && when.offences().contains(offence)))
        && (when.categories().isEmpty()
            || when.categories().contains(question.subject().category()))
        && meets(when.data(), question.wanted())
        && meets(when.grounds(), question.subject().grounds());
  }

  private static <T> boolean meets(Set<T> named, Set<T> given) {
    return named.isEmpty() || !Collections.disjoint(named, given);
  }
}
