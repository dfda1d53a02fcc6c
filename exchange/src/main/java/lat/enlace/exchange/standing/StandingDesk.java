// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Standings;
import lat.enlace.exchange.decide.DecisionRow;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Evidence;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.peer.WordRow;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.Relation;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.VerifiedNodeRecord;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.ChannelBody;
import lat.enlace.wire.ErrorCode;

/// Adopts instruments and node records, and says to partners how this state stands.
public final class StandingDesk implements Standings {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode NODE_RECORD = new ErrorCode("NODE_RECORD");

  private final Identity own;
  private final Journal journal;
  private final Accords accords;
  private final Peers peers;
  private final Heads heads;
  private final Evidence evidence;
  private final Letters letters;
  private final Floor floor;
  private final Adoption adoption;
  private final Mandates mandates;

  /// What it works with.
  public record Parts(
      Identity own,
      Journal journal,
      Accords accords,
      Peers peers,
      Heads heads,
      Evidence evidence,
      Letters letters,
      Floor floor,
      NodeKeys keys) {}

  /// With its parts.
  public StandingDesk(Parts parts) {
    this.own = parts.own();
    this.journal = parts.journal();
    this.accords = parts.accords();
    this.peers = parts.peers();
    this.heads = parts.heads();
    this.evidence = parts.evidence();
    this.letters = parts.letters();
    this.floor = parts.floor();
    this.adoption = new Adoption(parts.own(), parts.accords(), parts.keys());
    this.mandates = new Mandates(parts.journal(), parts.accords());
  }

  @Override
  public void adopt(Officer by, SignedInstrument instrument) throws ExchangeException {
    Roles.require(by, Role.AUTHORITY, Role.OPERATOR);
    Work work = journal.begin();
    adoption.require(by, instrument);
    accords.adopt(work, instrument);
    work.enter(
        Draft.kept(
            EntryType.INSTRUMENT,
            instrument.note().note().bytes(),
            List.of(),
            others(instrument.instrument()).stream().map(Party::node).limit(1).toList()));
    journal.commit(work);
  }

  @Override
  public void adoptNodeRecord(Officer by, String recordNote) throws ExchangeException {
    Roles.require(by, Role.AUTHORITY, Role.OPERATOR);
    Work work = journal.begin();
    try {
      adopt(work, by, peers.verify(work, Bytes.utf8(recordNote)));
    } catch (PeerException e) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "not a newer node record of a party", e);
    }
    journal.commit(work);
  }

  /// Adopts a record; partners are told of this node's own. Where two heads of the partner's log
  /// are held against it, an authority may take a successor that goes on from the other history:
  /// the floor opens again both ways, all else once the instrument is resumed.
  void adopt(Work work, Officer by, VerifiedNodeRecord verified) throws ExchangeException {
    NodeId node = verified.nodeRecord().node();
    boolean accepted = evidence.against(work, node) && by.has(Role.AUTHORITY);
    if (!accepted && !heads.endsAsSeen(work, verified.nodeRecord())) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED,
          "the successor log names another end of the old one than was seen here");
    }
    adopt(work, verified);
    if (verified.nodeRecord().node().equals(own.node())) {
      tellPartners(work, by, verified);
    }
  }

  private void adopt(Work work, VerifiedNodeRecord verified) {
    peers.adopt(work, verified);
    work.enter(
        Draft.kept(
            EntryType.NODE_RECORD,
            verified.note().note().bytes(),
            List.of(),
            List.of(verified.nodeRecord().node())));
  }

  /// Partners that are linked already learn the new keys under the old ones.
  private void tellPartners(Work work, Officer by, VerifiedNodeRecord verified)
      throws ExchangeException {
    if (peers.of(own.node()).isEmpty()) {
      return;
    }
    for (var partner : accords.partners()) {
      var cover =
          Letters.Cover.plain(
              by,
              by.roles().stream().sorted().findFirst().orElseThrow(),
              partner,
              new Basis.Governance());
      Letters.Letter letter =
          letters.write(work, cover, new ChannelBody.NodeRecord(verified.note().note().bytes()));
      floor.permitOut(work, letter);
      letters.send(work, letter);
    }
  }

  @Override
  public List<Adopted> instruments() {
    return instruments(journal.begin());
  }

  private List<Adopted> instruments(Work work) {
    List<Adopted> all = new ArrayList<>();
    for (SignedInstrument signed : accords.all()) {
      for (Party party : others(signed.instrument())) {
        all.add(adopted(work, signed.instrument(), party));
      }
    }
    return all;
  }

  @Override
  public Optional<SignedInstrument> text(InstrumentId id) {
    return accords.named(id);
  }

  @Override
  public Map<ClauseId, Uses> uses(InstrumentId id) {
    Optional<SignedInstrument> signed = accords.named(id);
    if (signed.isEmpty()) {
      return Map.of();
    }
    ClauseUses uses = new ClauseUses(signed.get().instrument());
    journal.begin().all(Store.Space.DECISION, "", DecisionRow.class).forEach(uses::count);
    return uses.all();
  }

  @Override
  public Map<NodeId, Long> decisions(InstrumentId id) {
    Map<NodeId, Long> counts = new HashMap<>();
    accords
        .named(id)
        .ifPresent(
            signed -> others(signed.instrument()).forEach(party -> counts.put(party.node(), 0L)));
    for (DecisionRow row : journal.begin().all(Store.Space.DECISION, "", DecisionRow.class)) {
      if (row.instrument().equals(id.value())) {
        counts.computeIfPresent(row.partner(), (_, count) -> count + 1);
      }
    }
    return counts;
  }

  private Adopted adopted(Work work, Instrument instrument, Party party) {
    Relation relation = accords.relation(work, instrument, party.state());
    return new Adopted(
        instrument,
        party.node(),
        accords.standing(work, instrument, party.state()),
        relation.level(),
        Optional.ofNullable(relation.offers().get(own.state())).stream().toList(),
        Optional.ofNullable(relation.offers().get(party.state())).stream().toList());
  }

  @Override
  public void suspend(Officer by, InstrumentId instrument, String reason) throws ExchangeException {
    Roles.require(by, Role.AUTHORITY, Role.DUTY_OFFICER);
    say(by, instrument, ChannelBody.Standing.Change.SUSPENDED, ConfidenceLevel.FLOOR, reason);
  }

  @Override
  public void resume(Officer by, InstrumentId instrument, ConfidenceLevel level, String reason)
      throws ExchangeException {
    Roles.require(by, Role.AUTHORITY);
    say(by, instrument, ChannelBody.Standing.Change.RESUME, level, reason);
  }

  @Override
  public void lower(Officer by, InstrumentId instrument, ConfidenceLevel level, String reason)
      throws ExchangeException {
    Roles.require(by, Role.AUTHORITY, Role.DUTY_OFFICER);
    say(by, instrument, ChannelBody.Standing.Change.LOWERED, level, reason);
  }

  @Override
  public void raise(Officer by, InstrumentId instrument, ConfidenceLevel level, String reason)
      throws ExchangeException {
    Roles.require(by, Role.AUTHORITY);
    say(by, instrument, ChannelBody.Standing.Change.RAISE, level, reason);
  }

  @Override
  public void withdraw(Officer by, InstrumentId instrument, String reason)
      throws ExchangeException {
    Roles.require(by, Role.AUTHORITY);
    Work work = journal.begin();
    boolean left =
        instruments(work).stream()
            .filter(one -> one.instrument().id().equals(instrument))
            .anyMatch(one -> one.standing().state() != Standing.State.ENDED);
    if (accords.named(instrument).isPresent() && !left) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "it has ended already");
    }
    say(by, instrument, ChannelBody.Standing.Change.WITHDRAWN, ConfidenceLevel.FLOOR, reason);
  }

  @Override
  public void contest(Officer by, StateCode state, String reason) throws ExchangeException {
    mandates.contest(by, state, reason);
  }

  @Override
  public void recognise(Officer by, StateCode state, String reason) throws ExchangeException {
    mandates.recognise(by, state, reason);
  }

  @Override
  public List<Contested> contested() {
    return mandates.contested();
  }

  /// Changes this state's own standing, in the ledger and for every decision after it, and tells
  /// every other party.
  private void say(
      Officer by,
      InstrumentId id,
      ChannelBody.Standing.Change change,
      ConfidenceLevel level,
      String reason)
      throws ExchangeException {
    SignedInstrument signed =
        accords
            .named(id)
            .orElseThrow(() ->
                new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such instrument"));
    Stated.require(reason, "a reason is needed");
    Role role = Roles.require(by, Role.AUTHORITY, Role.DUTY_OFFICER);
    Work work = journal.begin();
    work.enter(
        Draft.kept(
            EntryType.STANDING,
            Stored.of(new Said(by.id(), id, change, level, reason)),
            List.of(),
            List.of()));
    for (Party party : others(signed.instrument())) {
      List<DispatchId> seen = accords.last(work, id, party.state(), party.state());
      ChannelBody.Standing body =
          new ChannelBody.Standing(signed.ref(), change, level, reason, seen);
      if (change == ChannelBody.Standing.Change.RESUME) {
        evidence.setAside(work, party.node());
      }
      var cover = Letters.Cover.plain(by, role, party.node(), new Basis.Governance());
      Letters.Letter letter = letters.write(work, cover, body);
      say(work, signed.instrument(), party.state(), own.state(), letter.id(), body);
      floor.permitOut(work, letter);
      letters.send(work, letter);
    }
    journal.commit(work);
  }

  private void say(
      Work work,
      Instrument instrument,
      StateCode partner,
      StateCode by,
      DispatchId id,
      ChannelBody.Standing said) {
    accords.say(
        work, instrument, partner, new WordRow(by, id, said.change(), said.level(), said.seen()));
  }

  private List<Party> others(Instrument instrument) {
    return instrument.parties().stream()
        .filter(party -> !party.state().equals(own.state()))
        .toList();
  }

  /// Refuses word about an instrument that is not adopted in exactly this text with the sender.
  public List<ErrorCode> refusal(Received received, ChannelBody.Standing said) {
    return accords
            .named(said.instrument())
            .filter(signed -> signed.instrument().party(received.from()).isPresent())
            .isPresent()
        ? List.of()
        : List.of(UNKNOWN_REFERENCE);
  }

  /// The partner changed how it stands.
  public void take(Work work, Received received, ChannelBody.Standing said) {
    SignedInstrument signed = accords.named(said.instrument()).orElseThrow();
    DispatchId id = received.dispatch().header().id();
    say(work, signed.instrument(), received.state(), received.state(), id, said);
  }

  /// Refuses a node record that is not the sender's next.
  public List<ErrorCode> refusal(Work work, Received received, ChannelBody.NodeRecord replaced) {
    try {
      NodeRecord next = peers.verify(work, replaced.note()).nodeRecord();
      return next.node().equals(received.from()) && next.keys().origin().equals(received.log())
          ? List.of()
          : List.of(NODE_RECORD);
    } catch (PeerException e) {
      return List.of(NODE_RECORD);
    }
  }

  /// The partner replaced its keys.
  public void take(Work work, ChannelBody.NodeRecord replaced) {
    try {
      adopt(work, peers.verify(work, replaced.note()));
    } catch (PeerException e) {
      throw new IllegalStateException("verified before it was taken", e);
    }
  }

  private record Said(
      OfficerId by,
      InstrumentId instrument,
      ChannelBody.Standing.Change change,
      ConfidenceLevel level,
      String reason) {}
}
