// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Standings;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;

/// The officers of one node, who do at random what officers do.
final class Office {
  static final int PEOPLE = 8;
  private static final String WORD = "prueba";
  private static final Duration RECORD_TERM = Duration.ofDays(365);

  private final TestNode node;
  private final List<TestNode> partners;
  private final Watch watch;
  private final SplittableRandom random;
  private final WarningOffice warnings;
  private long records = 1;

  Office(TestNode node, List<TestNode> partners, Watch watch, SplittableRandom random) {
    this.node = node;
    this.partners = List.copyOf(partners);
    this.watch = watch;
    this.random = random;
    this.warnings = new WarningOffice(node, partners, random);
  }

  TestNode node() {
    return node;
  }

  /// One of the things that officers do; every other time, what a partner waits for.
  void act() throws ExchangeException {
    if (random.nextBoolean() && worksOn()) {
      return;
    }
    switch (random.nextInt(21)) {
      case 0, 1, 2, 3, 4, 5, 6 -> ask();
      case 7, 8 -> standing();
      case 9 -> decideHeldQuestion();
      case 10 -> read();
      case 11, 12 -> recall();
      case 13 -> inquire();
      case 14, 15 -> reply();
      case 16 -> renew();
      case 17 -> indexSomeone();
      case 18 -> search();
      case 19 -> warnings.act();
      default -> node.core().links().tick();
    }
  }

  private boolean worksOn() throws ExchangeException {
    Optional<AskedQuestion> hit = one(asked(AskedQuestion.State.HIT));
    if (hit.isPresent()) {
      followUpOrDismiss(hit.get());
      return true;
    }
    Optional<Holding.HeldFollowUp> held = one(waiting());
    if (held.isPresent()) {
      decide(held.get(), random.nextInt(3) > 0);
    }
    return held.isPresent();
  }

  /// Asks {@code partner} about someone held there, for what comes after to begin with.
  void asksAbout(TestNode partner, long person) throws ExchangeException {
    AskForm form = Forms.lawful(People.any(person), partner);
    node.core().asking().ask(node.analyst(), form);
  }

  /// Confirms and releases whatever waits.
  void works() throws ExchangeException {
    for (AskedQuestion hit : asked(AskedQuestion.State.HIT)) {
      followUp(hit);
    }
    for (Holding.HeldFollowUp held : waiting()) {
      decide(held, true);
    }
  }

  private <T> Optional<T> one(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private void ask() throws ExchangeException {
    boolean unlawful = random.nextInt(10) == 0;
    TestNode[] asked =
        random.nextInt(4) == 0
            ? partners.toArray(new TestNode[0])
            : new TestNode[] {partners.get(random.nextInt(partners.size()))};
    AskForm form =
        Forms.about(
            People.any(random.nextInt(PEOPLE)),
            "CASO-2026-000" + random.nextInt(9),
            unlawful ? Set.of(Ground.EVIDENCE, Ground.MIGRATION_STATUS) : Set.of(Ground.EVIDENCE),
            asked);
    for (AskedQuestion one : node.core().asking().ask(node.analyst(), form)) {
      assertThat(unlawful && one.state() != AskedQuestion.State.REFUSED_HERE)
          .as("I4: asked on a ground of migration")
          .isFalse();
    }
  }

  private void followUpOrDismiss(AskedQuestion hit) throws ExchangeException {
    if (random.nextInt(5) == 0) {
      node.core().asking().dismiss(node.analyst(), hit.id(), "otra persona");
    } else {
      followUp(hit);
    }
  }

  private void followUp(AskedQuestion hit) throws ExchangeException {
    HitBody.Outcome.Hit outcome = (HitBody.Outcome.Hit) hit.answer().getFirst();
    watch.confirms(hit.id());
    node.core()
        .asking()
        .followUp(
            node.analyst(), hit.id(), outcome.candidates().getFirst().handle(), "la misma persona");
  }

  private List<AskedQuestion> asked(AskedQuestion.State state) {
    return node.core().asking().asked(node.analyst()).stream()
        .filter(asked -> asked.state() == state)
        .toList();
  }

  private List<Holding.HeldFollowUp> waiting() {
    return node.core().holding().desk(node.duty()).stream()
        .filter(held -> held.state() == Holding.HeldFollowUp.State.WAITING)
        .toList();
  }

  private void decide(Holding.HeldFollowUp held, boolean release) throws ExchangeException {
    Holding holding = node.core().holding();
    if (release) {
      Handling handling =
          random.nextBoolean()
              ? Handling.LEAST
              : new Handling(Set.of(HandlingCode.H3), Handling.LEAST.action());
      watch.compares(node, () -> holding.compare(node.duty(), held.id()));
      watch.releases(held.id(), handling);
      holding.release(node.duty(), held.id(), handling);
    } else {
      holding.refuse(node.duty(), held.id(), RefusalCode.R4, "no");
    }
  }

  private void decideHeldQuestion() throws ExchangeException {
    Optional<Holding.HeldQuestion> held = one(heldQuestions());
    if (held.isPresent()) {
      decide(held.get());
    }
  }

  private List<Holding.HeldQuestion> heldQuestions() {
    return node.core().holding().questions(node.authority()).stream()
        .filter(held -> held.state() == Holding.HeldQuestion.State.WAITING)
        .toList();
  }

  private void decide(Holding.HeldQuestion held) throws ExchangeException {
    if (random.nextBoolean()) {
      Bytes text = node.core().holding().open(node.authority(), held.id()).text();
      node.core()
          .holding()
          .admit(node.authority(), held.id(), TestNode.sign(node.authority(), text));
    } else {
      node.core().holding().turnAway(node.authority(), held.id(), RefusalCode.R4);
    }
  }

  private void read() throws ExchangeException {
    Optional<AskedQuestion> disclosed = one(asked(AskedQuestion.State.DISCLOSED));
    if (disclosed.isPresent()) {
      ItemId item = disclosed.get().item().getFirst();
      CaseReference caseReference = new CaseReference("CASO-2026-0001");
      watch.reads(
          node,
          () -> node.core().asking().read(node.analyst(), item, caseReference, "identificación"));
    }
  }

  private void recall() throws ExchangeException {
    Optional<Recalling.GivenItem> given = one(node.core().recalling().given(node.duty()));
    if (given.isPresent()) {
      RecallAction action = one(List.of(RecallAction.values())).orElseThrow();
      if (action == RecallAction.CORRECT) {
        correct(given.get().item());
      } else {
        recall(given.get().item(), action, List.of());
      }
    }
  }

  private void recall(ItemId item, RecallAction action, List<Entity> replacement)
      throws ExchangeException {
    node.core().recalling().recall(node.duty(), item, action, "error inventado", replacement);
  }

  /// Whom the item is about the core knows: of all whom somebody holds, one is no other person.
  private void correct(ItemId item) throws ExchangeException {
    for (int i = 0; i < PEOPLE; i++) {
      try {
        recall(item, RecallAction.CORRECT, List.of(People.any(i)));
        return;
      } catch (ExchangeException e) {
        if (e.code() != ExchangeException.Code.INVALID_FORM) {
          throw e;
        }
      }
    }
  }

  private void inquire() throws ExchangeException {
    node.core()
        .whereabouts()
        .inquire(
            node.duty(),
            partners.get(random.nextInt(partners.size())).id(),
            "HUM-1",
            "Convención inventada",
            People.any(100 + random.nextInt(PEOPLE)),
            WhereaboutsBody.Inquiry.AskedBy.FAMILY);
  }

  private void reply() throws ExchangeException {
    Optional<Whereabouts.Inquiry> open = one(openInquiries());
    if (open.isPresent()) {
      reply(open.get());
    }
  }

  private List<Whereabouts.Inquiry> openInquiries() {
    return node.core().whereabouts().inquiries(node.duty()).stream()
        .filter(one -> !one.sent() && one.state() != Whereabouts.Inquiry.State.ANSWERED)
        .toList();
  }

  private void reply(Whereabouts.Inquiry inquiry) throws ExchangeException {
    var findings = WhereaboutsBody.Reply.Finding.values();
    node.core()
        .whereabouts()
        .reply(node.duty(), inquiry.id(), findings[random.nextInt(findings.length)], "vista");
  }

  private void standing() throws ExchangeException {
    Standings standings = node.core().standings();
    Standings.Adopted adopted = one(standings.instruments()).orElseThrow();
    var id = adopted.instrument().id();
    boolean open = adopted.level().reaches(ConfidenceLevel.HIT_NO_HIT);
    switch (open ? random.nextInt(6) : 2) {
      case 0 -> {
        watch.suspends(node, adopted.partner());
        standings.suspend(node.authority(), id, WORD);
        watch.suspended(node, adopted.partner());
      }
      case 1 -> standings.lower(node.authority(), id, ConfidenceLevel.CONTACT, WORD);
      case 2, 3 -> restore(adopted);
      default -> standings.raise(node.authority(), id, ConfidenceLevel.HIT_NO_HIT, WORD);
    }
  }

  private void restore(Standings.Adopted adopted) throws ExchangeException {
    watch.resumes(node, adopted.partner());
    node.core()
        .standings()
        .resume(node.authority(), adopted.instrument().id(), ConfidenceLevel.HIT_NO_HIT, WORD);
  }

  private void renew() throws ExchangeException {
    var now = node.clock().now();
    var note = node.keys().nodeRecord(records + 1, now, now.plus(RECORD_TERM));
    node.core()
        .standings()
        .adoptNodeRecord(
            node.operator(), new String(note.toArray(), java.nio.charset.StandardCharsets.UTF_8));
    records++;
  }

  private void indexSomeone() throws ExchangeException {
    var person = People.any(random.nextInt(PEOPLE));
    if (random.nextInt(3) == 0) {
      var categories = SubjectCategory.values();
      watch.indexes(node, person, categories[random.nextInt(categories.length)]);
    } else if (random.nextInt(3) == 0) {
      node.core().holdings().withdraw(node.analyst(), person.id(), WORD);
    } else {
      node.core().holdings().put(node.analyst(), Forms.suspect(person));
    }
  }

  private void search() throws ExchangeException {
    watch.reads(
        node,
        () ->
            node.core()
                .holdings()
                .search(
                    node.analyst(),
                    People.any(random.nextInt(PEOPLE)),
                    new CaseReference("CASO-2026-0002"),
                    "búsqueda"));
  }

  /// Does all that waits for a person here, once nothing goes wrong any more.
  ///
  /// @return whether anything waited
  boolean finish() throws ExchangeException {
    boolean waited = false;
    for (Standings.Adopted adopted : node.core().standings().instruments()) {
      boolean evidence =
          node.core().links().health().stream()
              .anyMatch(link -> link.partner().equals(adopted.partner()) && link.evidence());
      if (evidence || !adopted.level().reaches(ConfidenceLevel.HIT_NO_HIT)) {
        restore(adopted);
        waited = true;
      }
    }
    for (AskedQuestion hit : asked(AskedQuestion.State.HIT)) {
      node.core().asking().dismiss(node.analyst(), hit.id(), "otra persona");
    }
    for (Holding.HeldFollowUp held : waiting()) {
      decide(held, false);
      waited = true;
    }
    for (Holding.HeldQuestion held : heldQuestions()) {
      node.core().holding().turnAway(node.authority(), held.id(), RefusalCode.R4);
      waited = true;
    }
    for (Whereabouts.Inquiry inquiry : openInquiries()) {
      reply(inquiry);
      waited = true;
    }
    node.core().links().tick();
    return waited;
  }
}
