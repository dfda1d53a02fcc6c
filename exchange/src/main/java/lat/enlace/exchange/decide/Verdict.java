// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.List;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.dispatch.InstrumentRef;

/// A decision, and what of it everyone may see: where a concealed fact refuses, the open decision
/// is the one that would stand without it (invariant I13).
///
/// @param instrument under which it was decided: none or one
public record Verdict(List<SignedInstrument> instrument, Decision full, Decision open) {
  /// Copies.
  public Verdict {
    instrument = List.copyOf(instrument);
  }

  /// True if only the rights officer may know that it was refused.
  public boolean concealed() {
    return full instanceof Decision.Refuse refuse && refuse.concealed();
  }

  /// True if it permits.
  public boolean permits() {
    return full instanceof Decision.Permit;
  }

  /// How dispatches cite the instrument: none or one.
  public List<InstrumentRef> refs() {
    return instrument.stream().map(SignedInstrument::ref).toList();
  }
}
