// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.newest;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.Purpose;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;
import org.junit.jupiter.api.Test;

/// Venezuela answers a true follow-up with more than was asked for, with another program and its
/// true keys. The asker keeps what it asked for and the agreement opens, and nothing else.
class LyingHolderTest {
  private static final CaseReference CASE = new CaseReference("CASO-2026-0001");
  private static final ItemId ITEM = new ItemId("ve-ffffffffffffffffffffffff");

  private final Story story = Story.begin(91);
  private final TestNode co = story.federation().co();
  private final AskedQuestion asked = story.followUp();

  LyingHolderTest() throws ExchangeException {}

  @Test
  void asker_keepsWhatItAskedFor() throws Exception {
    disclose(Story.HELD);

    assertThat(story.now(asked).state()).isEqualTo(State.DISCLOSED);
    Entity kept = story.read(ITEM).entity();
    assertThat(kept.values(Property.NAME)).isNotEmpty();
    assertThat(kept.values(Property.ID_NUMBER)).containsExactly("4711");
    assertThat(kept.values(Property.ADDRESS)).isEmpty();
    assertThat(kept.values(Property.NOTES)).isEmpty();
  }

  /// The exact bytes cannot lose a part: they go, and an entry says how much was left out.
  @Test
  void asker_destroysTheBytesThatHoldMore() throws Exception {
    disclose(Story.HELD);

    assertThat(plain(co)).doesNotContain("Calle Inventada", "apunte interno");
    assertThat(count(co, EntryType.ERASURE)).isOne();
    DispatchId disclosure = newest(co, EntryType.ERASURE);
    assertThatThrownBy(() ->
            co.core()
                .records()
                .openReceived(co.analyst(), disclosure, new Records.Why(CASE, "tribunal")))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_FOUND));
  }

  @Test
  void asker_keepsNothingWhereNothingWasAskedFor() throws Exception {
    List<Statement> unasked =
        Story.HELD.statements().stream()
            .filter(one -> Set.of(Property.ADDRESS, Property.NOTES).contains(one.property()))
            .toList();
    disclose(new Entity(Story.HELD.id(), Story.HELD.schema(), unasked));

    assertThat(story.now(asked).state()).isEqualTo(State.WITHHELD);
    assertThat(story.now(asked).item()).isEmpty();
    assertThat(plain(co)).doesNotContain("Calle Inventada", "apunte interno");
  }

  private void disclose(Entity entity) throws Exception {
    DispatchId followUp = story.desk().getFirst().id();
    Basis basis =
        new Basis.UnderInstrument(
            asked.instrument().getFirst(),
            CASE,
            Purpose.ORGANISED_CRIME,
            new OffenceCode("0601"),
            "Ley inventada 906, art. 205",
            Set.of(TransnationalElement.EFFECTS_ELSEWHERE));
    Body lie = new HitBody.Disclosure(followUp, ITEM, entity);
    Forged.dispatch(story.federation().ve(), co, basis, lie, AgencyKind.POLICE);
    story.federation().settle();
  }
}
