// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.Relation;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.decision.CompiledInstrument;
import lat.enlace.model.DispatchId;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.InstrumentRef;

/// The instruments this node adopted and how each stands towards each partner. The only source of
/// trust: no instrument, no partner.
public final class Accords {
  private static final String MANDATE = "mandate";

  private final Identity own;
  private final Words words;
  private final Map<InstrumentId, SignedInstrument> adopted = new TreeMap<>();
  private final Map<InstrumentId, CompiledInstrument> compiled = new HashMap<>();
  private final List<SignedInstrument> former = new ArrayList<>();

  private Accords(Identity own) {
    this.own = own;
    this.words = new Words(own.state());
  }

  /// Reads the adopted instruments and verifies each again.
  public static Accords open(Identity own, Journal journal) {
    Accords accords = new Accords(own);
    journal
        .read(view -> view.scan(Store.Space.INSTRUMENT, "text ", "", Integer.MAX_VALUE))
        .forEach(row -> accords.remember(verified(Stored.read(row.value(), AdoptedRow.class))));
    journal
        .read(view -> view.scan(Store.Space.INSTRUMENT, "former ", "", Integer.MAX_VALUE))
        .forEach(row -> accords.former.add(verified(Stored.read(row.value(), AdoptedRow.class))));
    return accords;
  }

  private static SignedInstrument verified(AdoptedRow row) {
    try {
      return row.verify();
    } catch (InstrumentException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  /// Adopts, or replaces by a newer text under the same id; in force for decisions once durable. A
  /// text that is replaced stays kept: what was signed under its root keys still verifies.
  public void adopt(Work work, SignedInstrument signed) {
    InstrumentId id = signed.instrument().id();
    SignedInstrument before = adopted.get(id);
    if (before != null) {
      work.put(
          Store.Space.INSTRUMENT,
          Keys.of("former", before.text().hash().value().hex(), before.accessions().size()),
          AdoptedRow.of(before));
      work.afterwards(() -> former.add(before));
      if (!before.text().hash().equals(signed.text().hash())) {
        goOn(work, before.instrument(), signed.instrument());
      }
    }
    work.put(Store.Space.INSTRUMENT, Keys.of("text", id), AdoptedRow.of(signed));
    work.afterwards(() -> remember(signed));
  }

  /// Words cite the text they are about: under another text those before it are over, and who had
  /// withdrawn from the one begins anew under the other.
  private void goOn(Work work, Instrument before, Instrument now) {
    for (Party party : before.parties()) {
      if (!party.state().equals(own.state())) {
        Relation stood = relation(work, before, party.state());
        words.beginAnew(
            work,
            before.id(),
            party.state(),
            stood.ended() ? Relation.initial(now, own.state(), party.state()) : stood);
      }
    }
  }

  /// All of them, by id.
  public List<SignedInstrument> all() {
    return List.copyOf(adopted.values());
  }

  /// The adopted text that {@code ref} names exactly.
  public Optional<SignedInstrument> named(InstrumentRef ref) {
    return Optional.ofNullable(adopted.get(ref.id())).filter(signed -> signed.ref().equals(ref));
  }

  /// The adopted instrument of this id.
  public Optional<SignedInstrument> named(InstrumentId id) {
    return Optional.ofNullable(adopted.get(id));
  }

  /// Instruments that bind this state and that of {@code partner}.
  public List<SignedInstrument> with(NodeId partner) {
    return all().stream().filter(signed -> signed.instrument().party(partner).isPresent()).toList();
  }

  /// The partners of all instruments, by node.
  public List<NodeId> partners() {
    return all().stream()
        .flatMap(signed -> signed.instrument().parties().stream())
        .map(Party::node)
        .filter(node -> !node.equals(own.node()))
        .distinct()
        .sorted()
        .toList();
  }

  /// The parties of all instruments in their present text.
  public List<Party> parties() {
    return all().stream()
        .flatMap(signed -> signed.instrument().parties().stream())
        .distinct()
        .toList();
  }

  /// The same, and after them those of texts that were replaced since.
  List<Party> everyParty() {
    return Stream.concat(
            parties().stream(),
            former.stream().flatMap(signed -> signed.instrument().parties().stream()))
        .distinct()
        .toList();
  }

  /// The party whose node is {@code node}: a partner, or this state itself.
  public Optional<Party> party(NodeId node) {
    return all().stream().flatMap(signed -> signed.instrument().party(node).stream()).findFirst();
  }

  /// The state of a partner.
  public Optional<StateCode> stateOf(NodeId node) {
    return party(node).map(Party::state);
  }

  /// What this state and {@code partner} said of the instrument.
  public Relation relation(Work work, Instrument instrument, StateCode partner) {
    return words.relation(work, instrument, partner);
  }

  /// The last word of {@code by} about the instrument between this state and {@code partner}: none
  /// or one.
  public List<DispatchId> last(Work work, InstrumentId id, StateCode partner, StateCode by) {
    return words.last(work, id, partner, by);
  }

  /// Records what was said between this state and {@code partner}, and how they stand by it.
  public void say(Work work, Instrument instrument, StateCode partner, WordRow said) {
    words.say(work, instrument, partner, said);
  }

  /// How the instrument stands towards {@code partner} today.
  public Standing standing(Work work, Instrument instrument, StateCode partner) {
    Set<StateCode> disputed = new HashSet<>(instrument.disputedMandates());
    for (StateCode state : List.of(own.state(), partner)) {
      if (contested(work, state).isPresent()) {
        disputed.add(state);
      }
    }
    return Standing.of(instrument, relation(work, instrument, partner), disputed, day(work));
  }

  /// This state alone no longer recognises whoever speaks for {@code state}.
  public void contest(Work work, StateCode state, ContestedRow row) {
    work.put(Store.Space.INSTRUMENT, Keys.of(MANDATE, state), row);
  }

  /// It does so again.
  public void recognise(Work work, StateCode state) {
    work.delete(Store.Space.INSTRUMENT, Keys.of(MANDATE, state));
  }

  /// Why this state alone contests the mandate of {@code state}, if it does.
  public Optional<ContestedRow> contested(Work work, StateCode state) {
    return work.get(Store.Space.INSTRUMENT, Keys.of(MANDATE, state), ContestedRow.class);
  }

  /// The instrument compiled for today's law.
  public CompiledInstrument compiled(Work work, SignedInstrument signed) {
    InstrumentId id = signed.instrument().id();
    CompiledInstrument known = compiled.get(id);
    if (known != null && known.day().equals(day(work))) {
      return known;
    }
    CompiledInstrument fresh = CompiledInstrument.on(day(work), signed.instrument());
    compiled.put(id, fresh);
    return fresh;
  }

  private void remember(SignedInstrument signed) {
    adopted.put(signed.instrument().id(), signed);
    compiled.remove(signed.instrument().id());
  }

  private static LocalDate day(Work work) {
    return LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
  }
}
