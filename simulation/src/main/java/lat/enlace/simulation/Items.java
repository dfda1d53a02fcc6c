// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;

/// What is held and what was given: readings, recalls and the holdings.
final class Items implements Family {
  private static final String WORD = "prueba";

  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(DispatchKind.READING, DispatchKind.RECALL, DispatchKind.RECALL_OUTCOME);
  }

  @Override
  public List<Machine> machines() {
    return List.of(new Machine.OfRows("Recalling.RecallView.State", Store.Space.RECALL, ""));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(desk);
  }

  private record Officers(Desk desk) implements Worker {
    private TestNode node() {
      return desk.node();
    }

    @Override
    public List<Deed> deeds() {
      return List.of(
          new Deed("read an item", 4, this::read),
          new Deed("read a refusal", 1, this::readRefusal),
          new Deed("recall", 3, this::recall),
          new Deed("index", 2, this::index),
          new Deed("withdraw", 1, this::withdraw),
          new Deed("search", 2, this::search));
    }

    private void read() throws ExchangeException {
      Optional<AskedQuestion> disclosed = desk.one(asked(AskedQuestion.State.DISCLOSED));
      if (disclosed.isPresent()) {
        ItemId item = disclosed.get().item().getFirst();
        CaseReference about = new CaseReference(disclosed.get().form().caseReference());
        desk.watch().readsItem(node(), item, about);
      }
    }

    private void readRefusal() throws ExchangeException {
      Optional<AskedQuestion> withheld =
          desk.one(
              asked(AskedQuestion.State.WITHHELD).stream()
                  .filter(one -> one.refusal().stream().anyMatch(had -> !had.explained().isEmpty()))
                  .toList());
      if (withheld.isPresent()) {
        desk.watch()
            .reads(
                node(),
                () -> node().core().asking().readRefusal(node().analyst(), withheld.get().id()));
      }
    }

    private List<AskedQuestion> asked(AskedQuestion.State state) {
      return node().core().asking().asked(node().analyst()).stream()
          .filter(one -> one.state() == state)
          .toList();
    }

    private void recall() throws ExchangeException {
      Optional<Recalling.GivenItem> given =
          desk.one(node().core().recalling().given(node().duty()));
      if (given.isPresent()) {
        RecallAction action = desk.one(List.of(RecallAction.values())).orElseThrow();
        if (action == RecallAction.CORRECT) {
          correct(given.get().item());
        } else {
          recall(given.get().item(), action, List.of());
        }
      }
    }

    private void recall(ItemId item, RecallAction action, List<Entity> replacement)
        throws ExchangeException {
      node().core().recalling().recall(node().duty(), item, action, "error inventado", replacement);
    }

    /// Whom the item is about the core knows: of all whom somebody holds, one is no other person.
    private void correct(ItemId item) throws ExchangeException {
      for (int i = 0; i < Desk.PEOPLE; i++) {
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

    private void index() throws ExchangeException {
      Entity person = desk.person();
      if (desk.random().nextBoolean()) {
        SubjectCategory[] all = SubjectCategory.values();
        desk.watch().indexes(node(), person, all[desk.random().nextInt(all.length)]);
      } else {
        node().core().holdings().put(node().analyst(), Forms.suspect(person));
      }
    }

    private void withdraw() throws ExchangeException {
      node().core().holdings().withdraw(node().analyst(), desk.person().id(), WORD);
    }

    private void search() throws ExchangeException {
      CaseReference about = new CaseReference("CASO-2026-0002");
      desk.watch()
          .reads(
              node(),
              () -> node().core().holdings().search(node().analyst(), desk.person(), about, WORD));
    }

    @Override
    public boolean finish() {
      return false;
    }
  }
}
