// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;

/// An agreement as the machine reads it. Says nothing about who signed: that is {@link
/// SignedInstrument}.
///
/// @param reservations of parties that joined later
public record Instrument(
    Heading heading,
    List<Party> parties,
    List<Mandate> mandates,
    List<Authority> authorities,
    Terms terms,
    Lifetime lifetime,
    List<Article> articles,
    List<Reservation> reservations) {
  /// Copies.
  public Instrument {
    parties = List.copyOf(parties);
    mandates = List.copyOf(mandates);
    authorities = List.copyOf(authorities);
    articles = List.copyOf(articles);
    reservations = List.copyOf(reservations);
  }

  /// The id.
  public InstrumentId id() {
    return heading.id();
  }

  /// The states whose mandate the text itself holds for contested or frozen.
  public Set<StateCode> disputedMandates() {
    return mandates.stream()
        .filter(mandate ->
            mandate.status() == Mandate.Status.CONTESTED
                || mandate.status() == Mandate.Status.FROZEN)
        .map(Mandate::state)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The party of {@code state}, if it is one.
  public Optional<Party> party(StateCode state) {
    return parties.stream().filter(party -> party.state().equals(state)).findFirst();
  }

  /// The party whose node is {@code node}, if one is.
  public Optional<Party> party(NodeId node) {
    return parties.stream().filter(party -> party.node().equals(node)).findFirst();
  }

  /// The authorities of {@code state} in {@code role}.
  public List<Authority> authorities(StateCode state, AuthorityRole role) {
    return authorities.stream()
        .filter(authority -> authority.state().equals(state) && authority.role() == role)
        .toList();
  }
}
