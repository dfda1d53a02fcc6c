// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;

/// The instruments of this node and how each stands: raised together, lowered alone, suspended
/// alone and at once.
public interface Standings {
  /// Adopts an instrument that every party signed; it is the only way to trust a partner.
  void adopt(Officer by, SignedInstrument instrument) throws ExchangeException;

  /// Adopts or replaces the node record of a party, signed by its root key in an instrument. That
  /// of a partner whose log forked may name a successor of the history that was not seen here
  /// first, if an authority adopts it.
  void adoptNodeRecord(Officer by, String recordNote) throws ExchangeException;

  /// All instruments, with their standing towards each other party.
  List<Adopted> instruments();

  /// The texts between this node and {@code partner}.
  default List<Instrument> instrumentsWith(NodeId partner) {
    return instruments().stream()
        .filter(adopted -> adopted.partner().equals(partner))
        .map(Adopted::instrument)
        .toList();
  }

  /// The adopted text of this id with its signatures and accessions: public to every officer.
  Optional<SignedInstrument> text(InstrumentId id);

  /// How often each clause of an instrument was the ground of a decision of this node; clauses
  /// never named are left out.
  Map<ClauseId, Uses> uses(InstrumentId id);

  /// How many decisions rested on the instrument, for each other party. Looks at every decision:
  /// for the pages and calls that show it, not for each one.
  Map<NodeId, Long> decisions(InstrumentId id);

  /// Suspends at once; the partner is told. The humanitarian floor stays open.
  void suspend(Officer by, InstrumentId instrument, String reason) throws ExchangeException;

  /// Declares that this state would resume at {@code level}; in force when the other has said so
  /// too.
  void resume(Officer by, InstrumentId instrument, ConfidenceLevel level, String reason)
      throws ExchangeException;

  /// Lowers the level at once, alone.
  void lower(Officer by, InstrumentId instrument, ConfidenceLevel level, String reason)
      throws ExchangeException;

  /// Declares that this state would raise to {@code level}; in force when the other has said so
  /// too.
  void raise(Officer by, InstrumentId instrument, ConfidenceLevel level, String reason)
      throws ExchangeException;

  /// Contests, alone, the mandate of whoever speaks for {@code state}: a partner's or this one's.
  /// From now on nothing but the floor is open to it, whatever instruments say. Nobody is told.
  ///
  /// @throws ExchangeException with code NOT_FOUND if no instrument binds that state, WRONG_STATE
  ///   if it is contested already
  void contest(Officer by, StateCode state, String reason) throws ExchangeException;

  /// Recognises again. What a text that all parties signed calls contested stays so.
  void recognise(Officer by, StateCode state, String reason) throws ExchangeException;

  /// The mandates that this state alone contests.
  List<Contested> contested();

  /// A mandate that this state alone contests.
  record Contested(StateCode state, Instant since, String reason) {}

  /// Withdraws from the instrument, alone, at once and for good; every other party is told. The
  /// floor stays open, what was received stays bound. Only a newer text that all parties sign opens
  /// anything again.
  ///
  /// @throws ExchangeException with code WRONG_STATE if it has ended already
  void withdraw(Officer by, InstrumentId instrument, String reason) throws ExchangeException;

  /// An instrument and how it stands towards one partner.
  ///
  /// @param proposed levels declared and not yet in force: by this node and by the partner, each
  ///   none or one
  record Adopted(
      Instrument instrument,
      NodeId partner,
      Standing standing,
      ConfidenceLevel level,
      List<ConfidenceLevel> proposed,
      List<ConfidenceLevel> proposedThere) {
    /// Copies the lists.
    public Adopted {
      proposed = List.copyOf(proposed);
      proposedThere = List.copyOf(proposedThere);
    }
  }

  /// How often a clause permitted, sent to an authority, and refused.
  record Uses(long permitted, long escalated, long refused) {
    /// Not once.
    public static final Uses NONE = new Uses(0, 0, 0);

    /// Both together.
    public Uses plus(Uses other) {
      return new Uses(
          permitted + other.permitted, escalated + other.escalated, refused + other.refused);
    }
  }
}
