// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Asks;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;

/// What may stand in the place of what was disclosed (docs/spec/handling.md, "Corrections"): the
/// same person or thing, in the categories disclosed, whom no gate keeps, while an agreement opens
/// disclosures. A correction is no road past the questions.
final class Correcting {
  /// What says who or what something is about.
  private static final Set<DataCategory> WHO =
      EnumSet.of(
          DataCategory.IDENTITY,
          DataCategory.ALIAS,
          DataCategory.DOCUMENT,
          DataCategory.VEHICLE,
          DataCategory.VESSEL,
          DataCategory.FIREARM,
          DataCategory.COMPANY);

  private final Journal journal;
  private final Decider decider;
  private final Shelves shelves;

  Correcting(Journal journal, Decider decider, Shelves shelves) {
    this.journal = journal;
    this.decider = decider;
    this.shelves = shelves;
  }

  /// What the originator may send.
  ///
  /// @param concealed why nothing of the person may leave, which the rights officer alone may know
  record Fit(Entity entity, Set<ConcealedFact> concealed) {}

  /// What a holder keeps.
  ///
  /// @param entity none if nothing of it may be kept, else one
  /// @param leftOut statements that came and are not kept
  /// @param concealed why, which the rights officer alone may know
  record Kept(List<Entity> entity, int leftOut, Set<ConcealedFact> concealed) {
    Kept {
      entity = List.copyOf(entity);
    }
  }

  /// Of {@code replacement} what the holder of {@code given} may get.
  ///
  /// @throws ExchangeException with code INVALID_FORM if it is no correction of what was given,
  ///   REFUSED if nothing that says something of a person may go there
  Fit fit(Work work, GivenRow given, Entity replacement) throws ExchangeException {
    Entity first = disclosed(given);
    Entity opened = Categories.opened(replacement, Categories.all(first));
    Entity fit = new Entity(first.id(), opened.schema(), opened.statements());
    if (fit.statements().isEmpty() || !same(first, fit)) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM,
          "a correction is about whom the item is about, in the categories given: else withdraw it");
    }
    List<Entity> alike = new ArrayList<>(List.of(first, replacement));
    shelves.subject(work, given.entity()).map(CaseSubject::entity).ifPresent(alike::add);
    Facts facts = shelves.facts(work, alike);
    if (!mayGo(work, given.holder()) || facts.age() == AgeFact.MINOR) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED,
          "no data may go there now, or none of a minor: narrow, withdraw or erase the item");
    }
    return new Fit(fit, facts.concealed());
  }

  /// True if an agreement with the partner opens disclosures at this moment.
  boolean mayGo(Work work, NodeId partner) {
    return decider.opens(work, partner, DispatchKind.DISCLOSURE);
  }

  /// Of {@code replacement} what stays in the place of {@code row}. Where nothing may, the item is
  /// wrong by its originator's word all the same.
  Kept kept(Work work, ItemRow row, Entity replacement) {
    Set<DataCategory> open = asked(row);
    open.removeAll(row.over(Retention.today(work)));
    Entity fit = Categories.opened(replacement, open);
    List<Entity> alike = new ArrayList<>(row.entity());
    boolean held = row.entity().stream().anyMatch(before -> same(before, fit));
    alike.add(replacement);
    Facts facts = shelves.facts(work, alike);
    boolean keep =
        held
            && !fit.statements().isEmpty()
            && mayGo(work, row.originator())
            && facts.concealed().isEmpty()
            && facts.age() != AgeFact.MINOR;
    int came = replacement.statements().size();
    return keep
        ? new Kept(List.of(fit), came - fit.statements().size(), Set.of())
        : new Kept(List.of(), came, facts.concealed());
  }

  private Entity disclosed(GivenRow given) {
    return Written.find(journal, given.disclosure())
        .flatMap(dispatch -> Gifts.entity(dispatch.body()))
        .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
  }

  /// What was asked for; of what nobody asked for, what it says.
  private Set<DataCategory> asked(ItemRow row) {
    Set<DataCategory> asked = EnumSet.noneOf(DataCategory.class);
    Optional<Dispatch> wrote = Written.find(journal, row.question());
    if (wrote.isPresent() && wrote.get().body() instanceof Asks asks) {
      asked.addAll(asks.wanted());
    } else {
      row.entity().forEach(one -> asked.addAll(Categories.all(one)));
    }
    return asked;
  }

  /// The same by the measure of a hit, or neither says who it is about. A date of birth is left
  /// aside where it parts them: it is what is corrected most.
  private boolean same(Entity before, Entity after) {
    if (before.schema() != after.schema()) {
      return false;
    }
    if (namesNobody(before) && namesNobody(after)) {
      return true;
    }
    return shelves.alike(before, after) || shelves.alike(undated(before), undated(after));
  }

  private static boolean namesNobody(Entity entity) {
    Set<DataCategory> who = Categories.all(entity);
    who.retainAll(WHO);
    return who.isEmpty();
  }

  private static Entity undated(Entity entity) {
    List<Statement> left =
        entity.statements().stream()
            .filter(one -> !one.property().equals(Property.BIRTH_DATE))
            .toList();
    return new Entity(entity.id(), entity.schema(), left);
  }
}
