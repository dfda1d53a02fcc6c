// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Recalling.RecallView;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;

/// The steps that most tests tell: Colombia asks about a person whom Venezuela holds.
public final class Story {
  /// Whom Venezuela holds.
  public static final Entity HELD = People.person("ve-1", "Ana Ejemplo Prueba", "1980-02-03", 4711);

  /// The same person as Colombia knows her.
  public static final Entity PROBE = People.person("probe", "Ana Ejemplo Prueba", "1980-02-03", 0);

  /// {@link #HELD} with the number put right.
  public static final Entity CORRECTED =
      People.person("ve-1", "Ana Ejemplo Prueba", "1980-02-03", 909_090);

  private final Federation federation;

  /// In this federation.
  public Story(Federation federation) {
    this.federation = federation;
  }

  /// A fresh federation in which Venezuela holds {@link #HELD}.
  public static Story begin(long seed) throws ExchangeException {
    Story story = new Story(Federation.ofThree(seed));
    TestNode ve = story.federation.ve();
    ve.core().holdings().put(ve.analyst(), Forms.suspect(HELD));
    return story;
  }

  /// The federation.
  public Federation federation() {
    return federation;
  }

  /// Colombia asks Venezuela; nothing is delivered yet.
  public AskedQuestion ask() throws ExchangeException {
    TestNode co = federation.co();
    return co.core().asking().ask(co.analyst(), Forms.lawful(PROBE, federation.ve())).getFirst();
  }

  /// The question as Colombia sees it now.
  public AskedQuestion now(AskedQuestion asked) throws ExchangeException {
    TestNode co = federation.co();
    return co.core().asking().question(co.analyst(), asked.id());
  }

  /// Asks, delivers, follows up and delivers.
  public AskedQuestion followUp() throws ExchangeException {
    AskedQuestion asked = ask();
    federation.settle();
    return followUpOn(asked);
  }

  /// Follows up on the first candidate and delivers.
  public AskedQuestion followUpOn(AskedQuestion asked) throws ExchangeException {
    TestNode co = federation.co();
    HitBody.Outcome.Hit hit = (HitBody.Outcome.Hit) now(asked).answer().getFirst();
    CandidateProfile.Handle handle = hit.candidates().getFirst().handle();
    co.core().asking().followUp(co.analyst(), asked.id(), handle, "misma persona");
    federation.settle();
    return now(asked);
  }

  /// The follow-ups on Venezuela's desk.
  public List<Holding.HeldFollowUp> desk() {
    TestNode ve = federation.ve();
    return ve.core().holding().desk(ve.duty());
  }

  /// Follows up, releases and delivers; the item Colombia holds then.
  public ItemId disclose() throws ExchangeException {
    AskedQuestion asked = followUp();
    TestNode ve = federation.ve();
    ve.release(desk().getFirst().id());
    federation.settle();
    return now(asked).item().getFirst();
  }

  /// Venezuela recalls what it disclosed; how the recall stands once all is delivered.
  public RecallView.State recall(ItemId item, RecallAction action, Entity... replacement)
      throws ExchangeException {
    TestNode ve = federation.ve();
    DispatchId id =
        ve.core().recalling().recall(ve.duty(), item, action, "error", List.of(replacement)).id();
    federation.settle();
    return ve.core().recalling().recalls(ve.duty()).stream()
        .filter(view -> view.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  /// Colombia reads an item.
  public Asking.ReadItem read(ItemId item) throws ExchangeException {
    TestNode co = federation.co();
    return co.core()
        .asking()
        .read(co.analyst(), item, new CaseReference("CASO-2026-0001"), "identificación");
  }
}
