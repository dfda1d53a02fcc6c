// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.RequestBody.Progress.Step;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.TestNode;

/// Officers of one node who deal with requests of others.
final class Repliers {
  private static final String WORD = "inventado";
  private static final int DAYS = 5;
  private static final String MACHINE = "Replying.HeldRequest.State";

  private final Desk desk;

  Repliers(Desk desk) {
    this.desk = desk;
  }

  private TestNode node() {
    return desk.node();
  }

  private Replying replying() {
    return node().core().replying();
  }

  List<Deed> waiting() {
    List<Deed> all = new ArrayList<>();
    List<HeldRequest> owed = owed();
    for (HeldRequest.State state : HeldRequest.State.values()) {
      desk.one(owed.stream().filter(one -> one.state() == state).toList())
          .ifPresent(held -> all.addAll(deeds(held)));
    }
    return all;
  }

  private List<Deed> deeds(HeldRequest held) {
    List<Deed> all = new ArrayList<>();
    String state = held.state().code();
    for (Step step : Step.values()) {
      all.add(
          new Deed("say where a request stands", 1, () -> progress(held, step))
              .leading(MACHINE, state, step.code()));
    }
    all.add(new Deed("open a request", 1, () -> open(held)));
    all.add(new Deed("give some", 1, () -> give(held, false)).leading(MACHINE, state, "partial"));
    all.add(
        new Deed("reply to a request", 1, () -> give(held, true))
            .leading(MACHINE, state, "answered"));
    all.add(new Deed("refuse a request", 1, () -> refuse(held)).leading(MACHINE, state, "refused"));
    return all;
  }

  private List<HeldRequest> owed() {
    return replying().desk(node().duty()).stream().filter(one -> one.state().owed()).toList();
  }

  private void progress(HeldRequest held, Step step) throws ExchangeException {
    List<LocalDate> until =
        step == Step.JUDICIAL
            ? List.of(LocalDate.ofInstant(node().clock().now(), ZoneOffset.UTC).plusDays(DAYS))
            : List.of();
    replying().progress(node().duty(), held.id(), step, step.saysMore() ? WORD : "", until);
  }

  private void open(HeldRequest held) throws ExchangeException {
    if (held.waitsFor().isEmpty()) {
      desk.watch().reads(node(), () -> replying().open(node().duty(), held.id()));
    } else {
      admit(held);
    }
  }

  private void admit(HeldRequest held) throws ExchangeException {
    List<Officer> authorities = new ArrayList<>(desk.prosecutors());
    authorities.add(node().authority());
    Officer by = desk.one(authorities).orElseThrow();
    List<Bytes> text = new ArrayList<>();
    desk.watch().reads(node(), () -> text.add(replying().open(by, held.id()).text()));
    replying().admit(by, held.id(), TestNode.sign(by, text.getFirst()));
  }

  private void give(HeldRequest held, boolean last) throws ExchangeException {
    Handling handling =
        desk.random().nextBoolean()
            ? Handling.LEAST
            : new Handling(Set.of(HandlingCode.H3), Handling.LEAST.action());
    Entity person = desk.named();
    desk.watch().releases(held.id(), handling);
    replying()
        .reply(
            node().duty(),
            held.id(),
            new Replying.ReplyForm(last, List.of(person), List.of(), handling));
  }

  private void refuse(HeldRequest held) throws ExchangeException {
    replying()
        .reply(
            node().duty(),
            held.id(),
            new Replying.ReplyForm(
                true,
                List.of(),
                List.of(new RequestBody.Reply.Refused(RefusalCode.R4, Set.of(), WORD)),
                Handling.LEAST));
  }

  boolean finish() throws ExchangeException {
    List<HeldRequest> all = owed();
    for (HeldRequest held : all) {
      try {
        refuse(held);
      } catch (ExchangeException e) {
        // What stands too low to reply under, the asker takes back.
        desk.watch().refused(e);
      }
    }
    return !all.isEmpty();
  }
}
