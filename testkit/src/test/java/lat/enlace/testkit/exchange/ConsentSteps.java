// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.Consent.State;
import lat.enlace.exchange.Consenting.ConsentForm;
import lat.enlace.exchange.Consenting.Saying;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.item.ConsentRow;
import lat.enlace.exchange.item.Consented;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.Purpose;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.ConsentBody.Consent.Word;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.dispatch.DispatchCodec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Colombia holds an item of Venezuela under every code, and asks what else it may do with it.
class ConsentSteps {
  static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");
  static final Basis BASIS =
      new Basis.Humanitarian(new CaseReference("CASO-2026-0001"), "originator control");
  static final String COURT = "Juzgado 3 Penal, proceso 2026-0012";

  final Story story;
  final Federation federation;
  final TestNode co;
  final TestNode ve;
  final ItemId item;

  ConsentSteps() throws Exception {
    story = Story.begin(97);
    federation = story.federation();
    co = federation.co();
    ve = federation.ve();
    item = story.disclose();
    story.recall(item, RecallAction.NARROW);
  }

  ConsentForm form(ItemUse use, String to) {
    Instant until = co.clock().now().plus(Duration.ofDays(200));
    return new ConsentForm(item, use, to, Purpose.ORGANISED_CRIME, until, "la red opera allí");
  }

  Consent ask() throws Exception {
    Consent asked = co.core().consenting().ask(co.analyst(), form(ItemUse.ONWARD, "BR"));
    federation.settle();
    return asked;
  }

  Saying yes(int days) {
    return new Saying(
        List.of(ve.clock().now().plus(Duration.ofDays(days))),
        List.of(ConsentCondition.ORIGIN_UNNAMED),
        List.of());
  }

  static Saying no() {
    return new Saying(List.of(), List.of(), List.of(LegalReason.ESSENTIAL_INTERESTS));
  }

  void answer(DispatchId id, Saying saying) throws Exception {
    ve.core().consenting().propose(ve.duty(), id, saying);
    ve.core().consenting().confirm(other(), id);
    federation.settle();
  }

  Officer other() {
    Officer other = AlertStory.other(ve);
    return new Officer(
        other.id(), other.agency(), new UnitId("otra-unidad"), other.roles(), other.language());
  }

  State here(DispatchId id) {
    return co.core().consenting().consents(co.analyst()).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  State there(DispatchId id) {
    return ve.core().consenting().consents(ve.duty()).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  boolean may(String to) {
    return co.core().consenting().mayUse(item, ItemUse.ONWARD, to, co.clock().now());
  }

  static void refused(Code code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            ExchangeException.class, thrown -> assertThat(thrown.code()).isEqualTo(code));
  }

  /// What a node with another program sends: its own core would not let it leave.
  void forged(TestNode liar, TestNode to, ConsentBody body) throws Exception {
    Officer by = liar.officer("alguien", AgencyKind.POLICE, "quien", Role.ANALYST);
    liar.crash(new SplittableRandom(1));
    try (Journal journal = Journal.open(liar.ports())) {
      Work work = journal.begin();
      Dispatch lie = Forged.written(liar, to, by, BASIS, body, journal.size());
      DispatchId id = lie.header().id();
      work.enter(Draft.sent(DispatchCodec.encode(lie), id, to.id()));
      Consented.put(
          work,
          body instanceof ConsentBody.Consent said
              ? planted(said.request(), to, State.GRANTED)
              : planted(id, to, State.QUEUED));
      journal.commit(work);
    }
    liar.open();
    federation.settle();
  }

  ConsentRow planted(DispatchId id, TestNode to, State state) {
    Instant now = co.clock().now();
    Instant later = now.plus(Duration.ofDays(20));
    Consent consent =
        new Consent(
            id,
            to.id(),
            state == State.QUEUED,
            state,
            item,
            ItemUse.ONWARD,
            "BR",
            Purpose.ORGANISED_CRIME,
            now,
            later,
            later,
            List.of(),
            List.of());
    CaseReference own = new CaseReference("CASO-2026-0001");
    return new ConsentRow(consent, own, DispatchKind.RECALL, List.of(), List.of(), false);
  }

  ConsentBody.Request request(String to) {
    Instant until = co.clock().now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.MILLIS);
    return new ConsentBody.Request(
        item, ItemUse.ONWARD, to, Purpose.ORGANISED_CRIME, until, "a pesar de todo");
  }

  ConsentBody.Consent granted(DispatchId id, int days) {
    return new ConsentBody.Consent(
        id,
        Word.GRANTED,
        List.of(ve.clock().now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS)),
        List.of(),
        List.of());
  }

  void pass(Duration time) throws ExchangeException {
    federation.world().pass(time);
    for (TestNode node : federation.nodes()) {
      node.core().links().tick();
    }
    federation.settle();
  }
}
