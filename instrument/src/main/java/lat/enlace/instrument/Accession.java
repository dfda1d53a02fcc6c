// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.model.InstrumentId;

/// What a state says when it joins an instrument: who it is, what its law is, and in what it holds
/// back. It can add itself and narrow, nothing else.
///
/// @param text hash of the instrument's text
/// @param laws its articles behind the offences the instrument covers
public record Accession(
    InstrumentId instrument,
    Hash text,
    Party party,
    Mandate mandate,
    List<Authority> authorities,
    List<Law> laws,
    List<RightsClause> reservations,
    List<Article> articles) {
  /// Copies.
  public Accession {
    authorities = List.copyOf(authorities);
    laws = List.copyOf(laws);
    reservations = List.copyOf(reservations);
    articles = List.copyOf(articles);
  }

  /// `base` with this party in it.
  Instrument applyTo(Instrument base) {
    return new Instrument(
        base.heading(),
        joined(base.parties(), List.of(party)),
        joined(base.mandates(), List.of(mandate)),
        joined(base.authorities(), authorities),
        terms(base.terms()),
        base.lifetime(),
        joined(base.articles(), articles),
        joined(
            base.reservations(),
            reservations.stream().map(clause -> new Reservation(party.state(), clause)).toList()));
  }

  private Terms terms(Terms base) {
    List<CoveredOffence> offences = new ArrayList<>();
    for (CoveredOffence offence : base.offences()) {
      List<Law> added =
          laws.stream().filter(law -> law.offence().code().equals(offence.code())).toList();
      offences.add(
          new CoveredOffence(
              offence.clause(), offence.code(), offence.title(), joined(offence.laws(), added)));
    }
    return new Terms(
        offences,
        base.minimumPenaltyMonths(),
        base.exchanges(),
        base.retention(),
        base.handling(),
        base.rights());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
