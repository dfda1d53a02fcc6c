// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Overdue;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Warnings.Warning;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WarningBody.Action.Act;
import lat.enlace.model.dispatch.WarningBody.Review.Finding;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A threat to a life reaches who can protect it, and nothing else goes that way (row M23).
class WarningsTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");
  private static final Entity ROSA = People.person("r", "Rosa Supuesto Modelo", "1985-05-05", 77);

  private final Federation federation;
  private final TestNode co;
  private final TestNode ve;

  WarningsTest() throws ExchangeException {
    federation = Federation.ofThree(117);
    co = federation.co();
    ve = federation.ve();
  }

  static WarningBody.Warning threat(String name) {
    return new WarningBody.Warning(
        List.of(name),
        List.of("Vereda El Ejemplo, Arauca"),
        List.of(),
        WarningBody.Warning.Threat.KILLING,
        WarningBody.Warning.Imminence.TODAY);
  }

  private Warning warn() throws ExchangeException {
    return co.core().warnings().warn(co.analyst(), ve.id(), threat("Rosa Supuesto Modelo"));
  }

  private Warning there() {
    return ve.core().warnings().warnings(ve.duty()).getFirst();
  }

  private Warning here() {
    return co.core().warnings().warnings(co.rights()).getFirst();
  }

  @Test
  void warning_goesTheWholeRoad() throws Exception {
    warn();
    federation.settle();
    assertThat(there().state()).isEqualTo(Warning.State.WAITING);
    assertThat(ve.core().warnings().open(ve.duty(), there().id()).threat())
        .isEqualTo(threat("Rosa Supuesto Modelo"));

    ve.core().warnings().act(ve.duty(), there().id(), Act.TAKEN_UP);
    federation.settle();
    assertThat(here().state()).isEqualTo(Warning.State.TAKEN_UP);
    ve.core().warnings().act(ve.duty(), there().id(), Act.PERSON_WARNED);
    ve.core().warnings().review(ve.rights(), there().id(), Finding.WARRANTED);
    co.core().warnings().review(co.rights(), here().id(), Finding.DOUBTFUL);
    federation.settle();

    assertThat(here().state()).isEqualTo(Warning.State.DONE);
    assertThat(here().acts()).containsExactly(Act.TAKEN_UP, Act.PERSON_WARNED);
    assertThat(here().partnersReview()).containsExactly(Finding.WARRANTED);
    assertThat(there().partnersReview()).containsExactly(Finding.DOUBTFUL);
    assertThat(co.core().records().readings(co.rights(), 100))
        .as("that it was opened there is reported")
        .anyMatch(reading -> reading.reading().reason().equals("warning"));
  }

  @Test
  void warning_staysOpenUnderSuspension() throws Exception {
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    federation.settle();
    warn();
    federation.settle();
    ve.core().warnings().act(ve.duty(), there().id(), Act.PROTECTED);
    federation.settle();
    assertThat(here().state()).isEqualTo(Warning.State.DONE);
  }

  /// What arrives says nothing of the officer, his service or the case he knows it from.
  @Test
  void warning_saysNothingOfItsSource() throws Exception {
    warn();
    federation.settle();
    String came = plain(ve);
    assertThat(came).contains("Rosa Supuesto Modelo").contains("\"type\":\"life\"");
    assertThat(came)
        .doesNotContain(co.analyst().agency().id().value())
        .doesNotContain(co.analyst().unit().value());
  }

  @ParameterizedTest
  @EnumSource
  void warning_isOpenToOneOfficerOfAnyService(AgencyKind kind) throws Exception {
    co.core()
        .warnings()
        .warn(co.officer("otra", kind, "testigo", Role.ANALYST), ve.id(), threat("Ana Inventada"));
    federation.settle();
    assertThat(there().state()).isEqualTo(Warning.State.WAITING);
  }

  @Test
  void silence_isOnTheRecordAtBothSidesAndBothReviewsAreOwed() throws Exception {
    warn();
    federation.settle();
    later(Duration.ofMinutes(61));
    assertThat(co.core().overdue()).isEqualTo(new Overdue(0, 0, 0, 0, 1, 0));
    assertThat(ve.core().overdue()).isEqualTo(new Overdue(0, 0, 0, 0, 1, 0));
    ve.core().warnings().act(ve.duty(), there().id(), Act.NOT_FOUND);
    federation.settle();
    later(Duration.ofHours(24));
    assertThat(co.core().overdue()).isEqualTo(new Overdue(0, 0, 0, 0, 0, 1));
    assertThat(ve.core().overdue()).isEqualTo(new Overdue(0, 0, 0, 0, 0, 1));
    assertThat(count(co, EntryType.OVERDUE)).isEqualTo(2);
  }

  @Test
  void warningAboutSomeoneSealedHere_waitsForTheRightsOfficerAlone() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(ROSA));
    Warning shown = warn();
    federation.settle();
    assertThat(plain(ve)).doesNotContain("Rosa");
    assertThat(shown.withheld()).isFalse();
    assertThat(co.core().warnings().warnings(co.duty())).noneMatch(Warning::withheld);
    assertThat(here().withheld()).isTrue();
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
    assertThat(co.core().records().decisions(co.auditor(), 100))
        .flatExtracting(Records.DecisionView::reasons)
        .doesNotContain(Gate.REFUGEE.code());

    refused(Code.ROLE_MISSING, () -> co.core().warnings().release(co.duty(), shown.id()));
    co.core().warnings().release(co.rights(), shown.id());
    federation.settle();
    assertThat(there().id()).isEqualTo(shown.id());
    refused(Code.WRONG_STATE, () -> co.core().warnings().release(co.rights(), shown.id()));
  }

  @Test
  void act_andReviewAreSaidOnce() throws Exception {
    Warning sent = warn();
    federation.settle();
    refused(Code.NOT_FOUND, () -> co.core().warnings().act(co.duty(), sent.id(), Act.TAKEN_UP));
    ve.core().warnings().act(ve.duty(), sent.id(), Act.TAKEN_UP);
    refused(Code.WRONG_STATE, () -> ve.core().warnings().act(ve.duty(), sent.id(), Act.TAKEN_UP));
    ve.core().warnings().act(ve.duty(), sent.id(), Act.PASSED_ON);
    refused(Code.WRONG_STATE, () -> ve.core().warnings().act(ve.duty(), sent.id(), Act.PROTECTED));
    refused(
        Code.ROLE_MISSING,
        () -> ve.core().warnings().review(ve.duty(), sent.id(), Finding.WARRANTED));
    ve.core().warnings().review(ve.rights(), sent.id(), Finding.WARRANTED);
    refused(
        Code.WRONG_STATE,
        () -> ve.core().warnings().review(ve.rights(), sent.id(), Finding.MISUSED));
  }

  @Test
  void warnings_areShownToDutyAndRightsOfficersAndToWhoSentThem() throws Exception {
    warn();
    federation.settle();
    assertThat(co.core().warnings().warnings(co.analyst())).hasSize(1);
    assertThat(ve.core().warnings().warnings(ve.analyst())).isEmpty();
    assertThat(ve.core().warnings().warnings(ve.operator())).isEmpty();
    refused(Code.NOT_FOUND, () -> ve.core().warnings().open(ve.analyst(), there().id()));
    refused(
        Code.ROLE_MISSING,
        () -> co.core().warnings().warn(co.operator(), ve.id(), threat("Ana Inventada")));
  }

  @Test
  void afterACrash_nothingIsLostAndNothingDoubled() throws Exception {
    warn();
    co.crash(new SplittableRandom(3));
    co.open();
    federation.settle();
    assertThat(ve.core().warnings().warnings(ve.duty())).hasSize(1);
  }

  private void later(Duration time) throws ExchangeException {
    federation.world().pass(time);
    co.core().links().tick();
    ve.core().links().tick();
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
