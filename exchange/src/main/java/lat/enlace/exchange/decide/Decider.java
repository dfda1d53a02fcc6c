// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Evidence;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.decision.Context;
import lat.enlace.instrument.decision.Conversation;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.HumanitarianFloor;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.InstrumentRef;

/// Puts matters before the instruments as they stand at this moment: the standing is read for each
/// decision, so that a suspension takes effect before the next one (invariant I7).
public final class Decider {
  private static final Standing NOTHING_OPEN =
      new Standing(Standing.State.SUSPENDED, ConfidenceLevel.FLOOR);

  private final Accords accords;
  private final Evidence evidence;

  /// With the instruments and what is held against partners.
  public Decider(Accords accords, Evidence evidence) {
    this.accords = accords;
    this.evidence = evidence;
  }

  /// Decides under the most favourable of the instruments with the partner.
  public Verdict rule(Work work, Matter matter) {
    return accords.with(matter.partner()).stream()
        .map(signed -> under(work, signed, matter))
        .reduce(Decider::better)
        .orElseGet(() -> withoutInstrument(matter));
  }

  /// Decides under the instrument a dispatch cites; without one adopted in exactly this text
  /// nothing but the floor is open.
  public Verdict rule(Work work, Matter matter, InstrumentRef ref) {
    Optional<SignedInstrument> named =
        accords
            .named(ref)
            .filter(signed -> signed.instrument().party(matter.partner()).isPresent());
    return named
        .map(signed -> under(work, signed, matter))
        .orElseGet(() -> withoutInstrument(matter));
  }

  /// As what an officer may authorise questions under the instrument cited: whom its present text
  /// names, also where the question was asked under one before. Whoever authorises such a question
  /// has it decided again, and refused; without him it would wait for ever.
  public Set<AuthorityRole> authorises(Officer by, InstrumentRef ref) {
    return authorises(by, ref, DispatchKind.QUESTION);
  }

  /// The same for dispatches of {@code kind}.
  public Set<AuthorityRole> authorises(Officer by, InstrumentRef ref, DispatchKind kind) {
    return accords
        .named(ref.id())
        .map(signed -> Roles.authority(by, signed, kind))
        .orElse(Set.of());
  }

  /// Enters a ruling in the ledger: codes only.
  public void enter(Work work, Matter matter, Verdict ruling) {
    String instrument = ruling.refs().stream().findFirst().map(ref -> ref.id().value()).orElse("");
    DecisionRow row = DecisionRow.of(work.now(), matter, instrument, ruling);
    enter(work, row, matter.about(), matter.partner());
  }

  /// The same as the whole of {@code work}, where nothing else comes of it.
  public Work only(Work work, Matter matter, Verdict ruling) {
    enter(work, matter, ruling);
    return work;
  }

  /// Enters the refusal of input that cannot be trusted.
  public void enterRefusedInput(Work work, NodeId partner, String kind, String code) {
    DecisionRow row = DecisionRow.refusedInput(work.now(), partner, kind, code);
    enter(work, row, List.of(), partner);
  }

  /// Enters an officer's refusal of a follow-up.
  public void enterOfficersRefusal(
      Work work, NodeId partner, RefusalCode code, DispatchId refusal) {
    DecisionRow row =
        DecisionRow.refusedInput(work.now(), partner, DispatchKind.FOLLOW_UP.code(), code.code());
    enter(work, row, List.of(refusal), partner);
  }

  /// True if the instrument, in exactly this text, opens this kind towards the partner at this
  /// moment: its state and its level both.
  public boolean opens(Work work, NodeId partner, InstrumentRef ref, DispatchKind kind) {
    return accords
        .named(ref)
        .filter(signed -> standing(work, signed, partner).level().reaches(kind.level()))
        .isPresent();
  }

  /// True if any instrument with the partner opens this kind at this moment, whichever text it was
  /// asked under.
  public boolean opens(Work work, NodeId partner, DispatchKind kind) {
    return accords.with(partner).stream()
        .anyMatch(signed -> standing(work, signed, partner).level().reaches(kind.level()));
  }

  /// True if it never opens anything again: replaced by another text, or ended.
  public boolean gone(Work work, NodeId partner, InstrumentRef ref) {
    return accords
        .named(ref)
        .filter(signed -> signed.instrument().party(partner).isPresent())
        .filter(signed -> standing(work, signed, partner).state() != Standing.State.ENDED)
        .isEmpty();
  }

  /// Enters a decision in codes.
  public void enter(Work work, DecisionRow row, List<DispatchId> about, NodeId partner) {
    String opening =
        work.enter(Draft.kept(EntryType.DECISION, Stored.of(row), about, List.of(partner)));
    work.put(Store.Space.DECISION, Keys.of(row.at().toEpochMilli(), opening), row);
  }

  private Verdict under(Work work, SignedInstrument signed, Matter matter) {
    Context context =
        new Context(
            standing(work, signed, matter.partner()),
            matter.facts(),
            matter.quotaLeft(),
            matter.approvals());
    var compiled = accords.compiled(work, signed);
    return new Verdict(
        List.of(signed),
        Conversation.decide(compiled, matter.question(), context),
        Conversation.decide(compiled, matter.question(), context.asSeenByAsker()));
  }

  private Standing standing(Work work, SignedInstrument signed, NodeId partner) {
    if (evidence.against(work, partner)) {
      return NOTHING_OPEN;
    }
    StateCode state = accords.stateOf(partner).orElseThrow();
    return accords.standing(work, signed.instrument(), state);
  }

  private static Verdict withoutInstrument(Matter matter) {
    Context context = new Context(NOTHING_OPEN, Facts.NONE, matter.quotaLeft(), matter.approvals());
    Decision decision = HumanitarianFloor.decide(matter.question(), context);
    return new Verdict(List.of(), decision, decision);
  }

  private static Verdict better(Verdict one, Verdict other) {
    return rank(other.full()) > rank(one.full()) ? other : one;
  }

  private static int rank(Decision decision) {
    return switch (decision) {
      case Decision.Permit _ -> 2;
      case Decision.Escalate _ -> 1;
      case Decision.Refuse _ -> 0;
    };
  }
}
