// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.model.ClauseId;

/// Why something is refused or must be authorised: what said so, who may read it, and, by key, what
/// it means and what would change it.
public sealed interface Reason {
  /// The code of the gate or the id of the clause, as it travels and is counted.
  String code();

  /// Who may read it.
  Audience audience();

  /// Key of the message in the bundle {@code lat.enlace.instrument.decisions}.
  String messageKey();

  /// Key of the message that tells what would change the outcome.
  default String remedyKey() {
    return messageKey() + ".remedy";
  }

  /// A gate that no instrument can loosen.
  record OfGate(Gate gate) implements Reason {
    @Override
    public String code() {
      return gate.code();
    }

    @Override
    public Audience audience() {
      return gate.audience();
    }

    @Override
    public String messageKey() {
      return "gate." + gate.code();
    }
  }

  /// A clause of the instrument.
  record OfClause(ClauseId clause, Shortfall shortfall) implements Reason {
    @Override
    public String code() {
      return clause.value();
    }

    @Override
    public Audience audience() {
      return Audience.ASKER;
    }

    @Override
    public String messageKey() {
      return "clause." + shortfall.key();
    }
  }

  /// Nothing opens it: no instrument between the two states, or no clause for the kind.
  record OfDefault() implements Reason {
    @Override
    public String code() {
      return "default-deny";
    }

    @Override
    public Audience audience() {
      return Audience.ASKER;
    }

    @Override
    public String messageKey() {
      return "default-deny";
    }
  }
}
