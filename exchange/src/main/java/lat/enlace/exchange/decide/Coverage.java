// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.Optional;
import java.util.function.Predicate;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.decision.CompiledInstrument;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.InstrumentRef;

/// Which offences agreements cover between this state and others (invariant I10): whose subjects
/// may be told to whom.
public final class Coverage {
  private final Accords accords;
  private final StateCode own;

  /// For this state.
  public Coverage(Accords accords, StateCode own) {
    this.accords = accords;
    this.own = own;
  }

  /// The offences that the agreement cited, in exactly this text, covers with the partner by
  /// today's law; none if it is not adopted.
  public Predicate<OffenceCode> under(Work work, InstrumentRef ref, NodeId partner) {
    Optional<CompiledInstrument> cited =
        accords.named(ref).map(signed -> accords.compiled(work, signed));
    Optional<StateCode> state = accords.stateOf(partner);
    return cited.isPresent() && state.isPresent()
        ? offence -> cited.get().covers(offence, state.get(), own)
        : _ -> false;
  }

  /// True if some agreement covers the offence with some partner by today's law.
  public boolean anywhere(Work work, OffenceCode offence) {
    return accords.all().stream()
        .anyMatch(signed ->
            signed.instrument().parties().stream()
                .map(Party::state)
                .filter(state -> !state.equals(own))
                .anyMatch(state -> accords.compiled(work, signed).covers(offence, state, own)));
  }
}
