// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.exchange.Whereabouts.Inquiry;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// A whereabouts inquiry tells a partner who is missing, and never whom this node hides.
class SealedInquiriesTest {
  private static final Entity ROSA = People.person("r", "Rosa Supuesto Modelo", "1985-05-05", 77);

  private final Federation federation;
  private final TestNode co;
  private final TestNode ve;

  SealedInquiriesTest() throws ExchangeException {
    federation = Federation.ofThree(95);
    co = federation.co();
    ve = federation.ve();
  }

  @Test
  void inquire_aboutSomeoneSealedHereLeavesNothing() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(ROSA));
    inquire(ROSA);
    federation.settle();
    assertThat(ve.core().whereabouts().inquiries(ve.duty())).isEmpty();
    assertThat(plain(ve)).doesNotContain("Rosa");
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
    assertThat(co.core().records().decisions(co.auditor(), 100))
        .flatExtracting(Records.DecisionView::reasons)
        .doesNotContain(Gate.REFUGEE.code());
  }

  @Test
  void inquire_showsTheOfficerNoDifferenceUntilAReplyComes() throws Exception {
    List<String> open = seen();
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(ROSA));
    assertThat(seen()).isEqualTo(open);
  }

  @Test
  void inquire_saysWhoIsMissingAndNothingElse() throws Exception {
    Inquiry sent = inquire(ROSA);
    federation.settle();
    Entity told = ve.core().whereabouts().open(ve.duty(), sent.id()).person();
    assertThat(told.statements())
        .extracting(Statement::property)
        .containsExactlyInAnyOrder(Property.NAME, Property.BIRTH_DATE, Property.ID_NUMBER);
    assertThat(plain(ve)).doesNotContain("Calle Inventada", "apunte interno");
  }

  @Test
  void receiver_ofALyingAskersInquiryKeepsWhoIsMissing() throws Exception {
    Basis basis = new Basis.Humanitarian(new CaseReference("HUM-1"), "Ley");
    Body lie = new WhereaboutsBody.Inquiry(ROSA, WhereaboutsBody.Inquiry.AskedBy.FAMILY);
    Forged.dispatch(co, ve, basis, lie, AgencyKind.POLICE);
    federation.settle();
    Inquiry came = ve.core().whereabouts().inquiries(ve.duty()).getFirst();
    assertThat(ve.core().whereabouts().open(ve.duty(), came.id()).person().values(Property.NAME))
        .containsExactly("Rosa Supuesto Modelo");
    assertThat(plain(ve)).doesNotContain("Calle Inventada", "apunte interno");
    assertThat(count(ve, EntryType.ERASURE)).isOne();
  }

  @Test
  void inquire_isNoListOfGuesses() {
    List<Statement> many = new ArrayList<>();
    for (int i = 0; i <= QuestionBounds.NAMES; i++) {
      many.add(People.any(i).statements().getFirst());
    }
    refused(new Entity(new EntityId("many"), ROSA.schema(), many));
    List<Statement> nobody =
        ROSA.statements().stream().filter(one -> one.property().equals(Property.NOTES)).toList();
    refused(new Entity(new EntityId("nobody"), ROSA.schema(), nobody));
    assertThat(co.core().whereabouts().inquiries(co.analyst())).isEmpty();
  }

  /// What the officer sees of an inquiry, at once, after the partner has it and when it is owed.
  private List<String> seen() throws Exception {
    List<String> seen = new ArrayList<>();
    long before = co.core().records().entries(co.auditor(), 1000).size();
    Inquiry sent = inquire(ROSA);
    seen.add("entries " + (co.core().records().entries(co.auditor(), 1000).size() - before));
    seen.add(sent.state() + " " + sent.finding());
    federation.settle();
    Inquiry now = now(sent);
    seen.add(now.state() + " " + now.finding());
    federation.world().pass(Duration.ofDays(4));
    co.core().links().tick();
    seen.add(now(sent).state() + " " + now(sent).overdue(co.clock().now()));
    return seen;
  }

  private Inquiry now(Inquiry sent) {
    return co.core().whereabouts().inquiries(co.analyst()).stream()
        .filter(one -> one.id().equals(sent.id()))
        .findFirst()
        .orElseThrow();
  }

  private Inquiry inquire(Entity person) throws ExchangeException {
    return co.core()
        .whereabouts()
        .inquire(
            co.analyst(), ve.id(), "HUM-1", "Ley", person, WhereaboutsBody.Inquiry.AskedBy.FAMILY);
  }

  private void refused(Entity person) {
    assertThatThrownBy(() -> inquire(person))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.INVALID_FORM));
  }

  @Test
  void i13_whoHasNothingToTellSaysWhatWhoKnowsNothingSays() throws Exception {
    assertThat(reply(WhereaboutsBody.Reply.Finding.NOTHING_TO_TELL))
        .isEqualTo(reply(WhereaboutsBody.Reply.Finding.NOT_HELD));
  }

  private static List<String> reply(WhereaboutsBody.Reply.Finding finding) throws Exception {
    Federation federation = Federation.ofThree(29);
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    Whereabouts.Inquiry inquiry =
        co.core()
            .whereabouts()
            .inquire(
                co.duty(),
                ve.id(),
                "HUM-1",
                "Ley",
                Story.PROBE,
                WhereaboutsBody.Inquiry.AskedBy.FAMILY);
    federation.settle();
    ve.core().whereabouts().reply(ve.duty(), inquiry.id(), finding, "se sabe");
    federation.settle();
    Whereabouts.OpenInquiry told = co.core().whereabouts().open(co.duty(), inquiry.id());
    return List.of(told.inquiry().finding().toString(), told.text());
  }
}
