// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;

/// Questions, answers, follow-ups, disclosures and refusals.
final class Questions implements Family {
  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(
        DispatchKind.QUESTION,
        DispatchKind.ANSWER,
        DispatchKind.FOLLOW_UP,
        DispatchKind.DISCLOSURE,
        DispatchKind.REFUSAL);
  }

  @Override
  public List<Machine> machines() {
    return List.of(
        new Machine.OfRows("AskedQuestion.State", Store.Space.ASKED, "question "),
        new Machine.OfRows("Holding.HeldQuestion.State", Store.Space.HELD, "question "),
        new Machine.OfRows("Holding.HeldFollowUp.State", Store.Space.HELD, "follow-up "));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(desk);
  }

  /// Asks {@code partner} about someone held there, for what comes after to begin with.
  static void asksAbout(TestNode node, TestNode partner, long person) throws ExchangeException {
    node.core().asking().ask(node.analyst(), Forms.lawful(People.any(person), partner));
  }

  private record Officers(Desk desk) implements Worker {
    private TestNode node() {
      return desk.node();
    }

    @Override
    public List<Deed> deeds() {
      return List.of(
          new Deed("ask", 12, this::ask),
          new Deed("ask what an authority decides", 2, this::askForAccounts),
          new Deed("authorise", 3, this::authorise),
          new Deed("decline", 1, this::decline),
          new Deed("decide a held question", 3, this::decideHeld));
    }

    @Override
    public List<Deed> waiting() {
      List<Deed> all = new ArrayList<>();
      desk.one(asked(AskedQuestion.State.HIT))
          .ifPresent(hit ->
              all.add(
                  desk.oneIn(5)
                      ? new Deed("dismiss", 1, () -> dismiss(hit))
                      : new Deed("follow up", 1, () -> followUp(hit))));
      desk.one(held())
          .ifPresent(one ->
              all.add(
                  desk.oneIn(3)
                      ? new Deed("refuse", 1, () -> refuse(one))
                      : new Deed("release", 1, () -> release(one))));
      return all;
    }

    private void ask() throws ExchangeException {
      boolean unlawful = desk.oneIn(10);
      TestNode[] asked =
          desk.oneIn(4)
              ? desk.partners().toArray(new TestNode[0])
              : new TestNode[] {desk.partner()};
      AskForm form =
          Forms.about(
              desk.person(),
              "CASO-2026-000" + desk.random().nextInt(9),
              unlawful ? Set.of(Ground.EVIDENCE, Ground.MIGRATION_STATUS) : Set.of(Ground.EVIDENCE),
              asked);
      for (AskedQuestion one : node().core().asking().ask(node().analyst(), form)) {
        Check.that(
            Invariant.I4,
            !unlawful || one.state() == AskedQuestion.State.REFUSED_HERE,
            "asked on a ground of migration");
      }
    }

    /// Accounts are asked for, and answered about, only if a prosecutor on each side says so.
    private void askForAccounts() throws ExchangeException {
      AskForm form = Forms.lawful(desk.person(), desk.partner());
      AskForm accounts =
          new AskForm(
              form.partners(),
              form.caseReference(),
              form.legalBasis(),
              form.offence(),
              form.purpose(),
              form.elements(),
              form.subject(),
              form.category(),
              form.stage(),
              form.grounds(),
              Set.of(DataCategory.IDENTITY, DataCategory.ACCOUNT),
              form.urgency(),
              form.reason());
      for (AskedQuestion one : node().core().asking().ask(node().analyst(), accounts)) {
        desk.watch().needsAuthority(one.id());
        Check.that(
            Invariant.I4,
            one.state() == AskedQuestion.State.AWAITING_AUTHORITY
                || one.state() == AskedQuestion.State.REFUSED_HERE,
            "asked for accounts without a prosecutor");
      }
    }

    private Officer prosecutor() {
      return desk.one(desk.prosecutors()).orElseThrow();
    }

    private void authorise() throws ExchangeException {
      Officer prosecutor = prosecutor();
      List<AskedQuestion> all = waitingFor(prosecutor);
      if (all.isEmpty()) {
        askForAccounts();
        return;
      }
      AskedQuestion one = desk.one(all).orElseThrow();
      Bytes text = node().core().asking().textToAuthorise(prosecutor, one.id());
      if (desk.oneIn(6)) {
        // A chief of police is no prosecutor; the watch would see the question leave.
        Officer chief = node().authority();
        node().core().asking().authorise(chief, one.id(), TestNode.sign(chief, text));
        return;
      }
      desk.watch().authorises(one.id());
      node().core().asking().authorise(prosecutor, one.id(), TestNode.sign(prosecutor, text));
    }

    private void decline() throws ExchangeException {
      Officer prosecutor = prosecutor();
      List<AskedQuestion> all = waitingFor(prosecutor);
      if (!all.isEmpty()) {
        decline(prosecutor, desk.one(all).orElseThrow());
      }
    }

    private void decline(Officer by, AskedQuestion one) throws ExchangeException {
      node().core().asking().decline(by, one.id(), "sin mérito");
    }

    private List<AskedQuestion> waitingFor(Officer authority) {
      return node().core().asking().asked(authority).stream()
          .filter(one -> one.state() == AskedQuestion.State.AWAITING_AUTHORITY)
          .toList();
    }

    private void dismiss(AskedQuestion hit) throws ExchangeException {
      node().core().asking().dismiss(node().analyst(), hit.id(), "otra persona");
    }

    private void followUp(AskedQuestion hit) throws ExchangeException {
      HitBody.Outcome.Hit outcome = (HitBody.Outcome.Hit) hit.answer().getFirst();
      desk.watch().confirms(hit.id());
      node()
          .core()
          .asking()
          .followUp(
              node().analyst(),
              hit.id(),
              outcome.candidates().getFirst().handle(),
              "la misma persona");
    }

    private List<AskedQuestion> asked(AskedQuestion.State state) {
      return node().core().asking().asked(node().analyst()).stream()
          .filter(asked -> asked.state() == state)
          .toList();
    }

    private List<Holding.HeldFollowUp> held() {
      return node().core().holding().desk(node().duty()).stream()
          .filter(held -> held.state() == Holding.HeldFollowUp.State.WAITING)
          .toList();
    }

    private void release(Holding.HeldFollowUp held) throws ExchangeException {
      Holding holding = node().core().holding();
      Handling handling =
          desk.random().nextBoolean()
              ? Handling.LEAST
              : new Handling(Set.of(HandlingCode.H3), Handling.LEAST.action());
      if (desk.oneIn(6)) {
        releaseUncompared(held);
      }
      desk.watch().reads(node(), () -> holding.compare(node().duty(), held.id()));
      desk.watch().releases(held.id(), handling);
      holding.release(node().duty(), held.id(), handling);
    }

    /// I9: whoever has not compared both records releases nothing.
    private void releaseUncompared(Holding.HeldFollowUp held) throws ExchangeException {
      Officer other = node().officer("otra-guardia", Role.DUTY_OFFICER);
      try {
        node().core().holding().release(other, held.id(), Handling.LEAST);
      } catch (ExchangeException e) {
        if (e.code() == ExchangeException.Code.UNAVAILABLE) {
          throw e;
        }
        return;
      }
      throw new Violation(Invariant.I9, "released by an officer who had not compared");
    }

    private void refuse(Holding.HeldFollowUp held) throws ExchangeException {
      node().core().holding().refuse(node().duty(), held.id(), RefusalCode.R4, "no");
    }

    private void decideHeld() throws ExchangeException {
      Officer by = desk.random().nextBoolean() ? node().authority() : prosecutor();
      List<Holding.HeldQuestion> all = heldQuestions(by);
      if (all.isEmpty()) {
        return;
      }
      Holding.HeldQuestion held = desk.one(all).orElseThrow();
      Holding holding = node().core().holding();
      if (desk.oneIn(3)) {
        holding.turnAway(by, held.id(), RefusalCode.R4);
      } else {
        List<Bytes> text = new ArrayList<>();
        desk.watch().reads(node(), () -> text.add(holding.open(by, held.id()).text()));
        desk.watch().admits(held.id());
        holding.admit(by, held.id(), TestNode.sign(by, text.getFirst()));
      }
    }

    private List<Holding.HeldQuestion> heldQuestions(Officer by) {
      return node().core().holding().questions(by).stream()
          .filter(held -> held.state() == Holding.HeldQuestion.State.WAITING)
          .toList();
    }

    @Override
    public boolean finish() throws ExchangeException {
      boolean waited = false;
      for (Officer by : desk.prosecutors()) {
        for (AskedQuestion one : waitingFor(by)) {
          decline(by, one);
          waited = true;
        }
      }
      for (AskedQuestion hit : asked(AskedQuestion.State.HIT)) {
        dismiss(hit);
      }
      for (Holding.HeldFollowUp one : held()) {
        refuse(one);
        waited = true;
      }
      List<Officer> authorities = new ArrayList<>(desk.prosecutors());
      authorities.add(node().authority());
      for (Officer by : authorities) {
        for (Holding.HeldQuestion one : heldQuestions(by)) {
          node().core().holding().turnAway(by, one.id(), RefusalCode.R4);
          waited = true;
        }
      }
      return waited;
    }
  }
}
