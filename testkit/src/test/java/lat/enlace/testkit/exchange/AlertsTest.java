// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.Delivery;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding.Found;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.LogRebuild;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.LegalReason;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change.What;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.entity.Property;
import lat.enlace.testkit.ledger.FaultyLogStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The road of an alert: drafted, issued by a second officer, decided again over there, found,
/// told, changed, ended, and gone.
class AlertsTest {
  private final AlertStory story;
  private final TestNode co;
  private final TestNode ve;

  AlertsTest() throws ExchangeException {
    story = AlertStory.begin(71);
    co = story.co();
    ve = story.ve();
  }

  @Test
  void look_saysWhoWillSeeItAndUntilWhen() throws Exception {
    Alerting.Look look =
        co.core()
            .alerting()
            .look(co.analyst(), story.form(AlertStory.ana(), AlertAction.ARREST))
            .getFirst();
    assertThat(look.agencies()).contains(AgencyKind.POLICE).doesNotContain(AgencyKind.CONSULAR);
    // Retention of the agreement is three years, less than the five of an arrest.
    assertThat(look.until())
        .containsExactly(
            co.clock().now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(1095)));
  }

  @Test
  void alert_asksForNothingBeforeAStanceIsTaken() throws Exception {
    Alert issued = story.issue();
    assertThat(issued.state()).isEqualTo(Alert.State.ISSUED);
    assertThat(story.held().state()).isEqualTo(HeldAlert.State.RECEIVED);
    assertThat(story.search(AlertStory.ana())).isEmpty();
    story.accept();
    assertThat(story.search(AlertStory.ana()).getFirst().asksNow())
        .containsExactly(AlertAction.ARREST);
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ACCEPTED);
  }

  @Test
  void search_showsTheFlagAndAsksForNoMoreThanItLeaves() throws Exception {
    Alert issued = story.issue();
    story.stance(Stand.FLAGGED, List.of(AlertFlag.LOCATE_ONLY), List.of(LegalReason.NATIONALITY));
    var shown = story.search(AlertStory.ana()).getFirst();
    assertThat(shown.asksNow()).containsExactly(AlertAction.LOCATE);
    assertThat(shown.asOf()).isEqualTo(shown.alert().held().received());
    assertThat(story.delivery(issued).flag()).containsExactly(AlertFlag.LOCATE_ONLY);
    story.stance(Stand.FLAGGED, List.of(AlertFlag.NO_ARREST), List.of(LegalReason.NATIONALITY));
    assertThat(story.search(AlertStory.ana()).getFirst().asksNow()).isEmpty();
    story.stance(Stand.REFUSED, List.of(), List.of(LegalReason.POLITICAL));
    assertThat(story.search(AlertStory.ana()).getFirst().asksNow()).isEmpty();
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.REFUSED);
  }

  @Test
  void hit_isToldOnceASecondOfficerConfirms() throws Exception {
    Alert issued = story.issue();
    story.accept();
    ve.core().heeding().found(ve.analyst(), story.held().id(), story.found(Outcome.LOCATED));
    story.federation().settle();
    assertThat(story.delivery(issued).hits()).isEmpty();
    HeldAlert noted = story.held();
    ve.core()
        .heeding()
        .dismiss(ve.duty(), noted.id(), noted.hits().getFirst().id(), "era otra persona");
    assertThat(story.held().hits().getFirst().state()).isEqualTo(Found.State.DISMISSED);
    assertThat(story.hit(Outcome.ACTION_TAKEN).hits().getLast().state())
        .isEqualTo(Found.State.REPORTED);
    assertThat(story.delivery(issued).hits())
        .extracting(Alerting.Told::outcome)
        .containsExactly(Outcome.ACTION_TAKEN);
    AlertBody.Hit told = co.core().alerting().hits(co.analyst(), issued.id()).getFirst();
    assertThat(told.place()).isEqualTo("Puente El Ejemplo");
    assertThat(told.at()).isEqualTo(told.at().truncatedTo(ChronoUnit.HOURS));
  }

  @Test
  void withdrawal_leavesNothingToBeFoundAndIsStated() throws Exception {
    Alert issued = story.issue();
    story.accept();
    co.core().alerting().withdraw(co.analyst(), issued.id(), "orden revocada");
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ENDED);
    story.federation().settle();
    assertThat(story.now(issued).state()).isEqualTo(Alert.State.WITHDRAWN);
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ERASED);
    assertThat(story.search(AlertStory.ana())).isEmpty();
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    assertThat(plain(ve)).doesNotContain("La Muestra");
    ve.crash(new SplittableRandom(1));
    ve.open();
    assertThat(story.search(AlertStory.ana())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = What.class,
      names = {"WITHDRAWN", "EXECUTED"})
  void restoredFromBeforeItsEnd_itIsEndedAgainBeforeTheNodeOpens(What what) throws Exception {
    Alert issued = story.issue();
    story.accept();
    TestNode.Backup early = ve.backup();
    if (what == What.EXECUTED) {
      co.core().alerting().executed(co.analyst(), issued.id(), "entregada");
    } else {
      co.core().alerting().withdraw(co.analyst(), issued.id(), "orden revocada");
    }
    story.federation().settle();
    FaultyLogStorage mirrored = new FaultyLogStorage();
    LogRebuild.rebuild(ve.log().crash(new SplittableRandom(1)), mirrored);
    ve.restore(new TestNode.Backup(early.store(), mirrored));
    ve.open();
    assertThat(story.search(AlertStory.ana())).isNotEmpty();

    assertThat(ve.core().recalling().forgetAgain()).isEqualTo(1);

    assertThat(story.search(AlertStory.ana())).isEmpty();
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    assertThat(plain(ve)).doesNotContain("La Muestra");
    assertThat(ve.core().recalling().forgetAgain()).isZero();
  }

  @Test
  void execution_endsItEverywhere() throws Exception {
    Alert issued = story.issue();
    story.accept();
    story.hit(Outcome.ACTION_TAKEN);
    co.core().alerting().executed(co.analyst(), issued.id(), "entregada");
    story.federation().settle();
    assertThat(story.now(issued).state()).isEqualTo(Alert.State.EXECUTED);
    assertThat(story.search(AlertStory.ana())).isEmpty();
  }

  @Test
  void narrowing_takesAFlagAgainstArrestAway() throws Exception {
    Alert issued = story.issue();
    story.stance(
        Stand.FLAGGED, List.of(AlertFlag.NO_ARREST), List.of(LegalReason.DUAL_CRIMINALITY));
    co.core().alerting().narrow(co.analyst(), issued.id(), AlertAction.LOCATE, "basta con citarla");
    story.federation().settle();
    assertThat(story.held().state()).isEqualTo(HeldAlert.State.RECEIVED);
    assertThat(story.held().asks()).containsExactly(AlertAction.LOCATE);
    assertThat(story.delivery(issued).changes())
        .allMatch(Alerting.Changed::stated)
        .extracting(Alerting.Changed::what)
        .containsExactly(What.NARROWED);
  }

  @Test
  void correction_isFoundByWhatItSaysNow() throws Exception {
    Alert issued = story.issue(story.form(AlertStory.car(), AlertAction.SEIZE_OBJECT));
    story.accept();
    var other =
        RequestStory.entity(
            AlertStory.car().schema(), RequestStory.stated(Property.LICENCE_PLATE, "ABC987"));
    co.core().alerting().correct(co.analyst(), issued.id(), other, "placa mal leída");
    story.federation().settle();
    assertThat(story.held().state()).isEqualTo(HeldAlert.State.RECEIVED);
    story.accept();
    assertThat(story.held().state()).isEqualTo(HeldAlert.State.ACCEPTED);
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(ve.core().heeding().open(ve.duty(), story.held().id()).subject().statements())
        .extracting(one -> one.value())
        .containsExactly("ABC987");
  }

  @Test
  void silenceAtReview_endsItAtBothEnds() throws Exception {
    Alert issued = story.issue(story.form(AlertStory.ana(), AlertAction.DISCREET_CHECK));
    story.accept();
    story.pass(Duration.ofDays(340));
    assertThat(story.now(issued).reviewDue()).isTrue();
    story.pass(Duration.ofDays(26));
    assertThat(story.now(issued).state()).isEqualTo(Alert.State.EXPIRED);
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    assertThat(story.search(AlertStory.ana())).isEmpty();
    assertThat(plain(ve)).doesNotContain("La Muestra");
  }

  @Test
  void review_keepsItForAnotherTerm() throws Exception {
    Alert issued = story.issue(story.form(AlertStory.ana(), AlertAction.DISCREET_CHECK));
    story.accept();
    story.pass(Duration.ofDays(4));
    co.core().alerting().extend(AlertStory.second(co), issued.id(), "sigue buscada");
    story.federation().settle();
    assertThat(story.delivery(issued).changes()).allMatch(Alerting.Changed::stated);
    story.pass(Duration.ofDays(363));
    assertThat(story.search(AlertStory.ana())).hasSize(1);
    assertThat(story.now(issued).state()).isEqualTo(Alert.State.ISSUED);
  }

  @Test
  void draft_thatNobodyIssuesIsDeclined() throws Exception {
    Alert draft =
        co.core().alerting().draft(co.analyst(), story.form(AlertStory.ana(), AlertAction.LOCATE));
    assertThat(draft.state()).isEqualTo(Alert.State.DRAFT);
    story.pass(Duration.ofDays(8));
    assertThat(story.now(draft).state()).isEqualTo(Alert.State.DECLINED);
  }

  @Test
  void suspension_letsNoAlertGoAndEveryWithdrawal() throws Exception {
    Alert issued = story.issue();
    story.accept();
    ve.core().standings().suspend(ve.authority(), RequestStory.CO_VE, "prueba");
    assertThat(story.search(AlertStory.ana()).getFirst().asksNow()).isEmpty();
    story.federation().settle();
    assertThat(story.issue().state()).isEqualTo(Alert.State.REFUSED_HERE);
    co.core().alerting().withdraw(co.analyst(), issued.id(), "orden revocada");
    story.federation().settle();
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ERASED);
  }

  /// Else it would arrive behind its withdrawal, and nobody could take it back.
  @Test
  void withdrawal_ofAnAlertThatWaitsForTheLinkKeepsItHere() throws Exception {
    var alerting = co.core().alerting();
    Alert draft = alerting.draft(co.analyst(), story.form(AlertStory.ana(), AlertAction.ARREST));
    Alert issued = alerting.issue(AlertStory.second(co), draft.id());
    alerting.withdraw(co.analyst(), issued.id(), "orden revocada");
    story.federation().settle();
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    assertThat(plain(ve)).doesNotContain("La Muestra");
    story.pass(Duration.ofDays(1));
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
  }

  @Test
  void hit_isNotToldOnceTheAlertAsksForNothing() throws Exception {
    Alert issued = story.issue();
    story.accept();
    HeldAlert noted =
        ve.core()
            .heeding()
            .found(ve.analyst(), story.held().id(), story.found(Outcome.ACTION_TAKEN));
    story.stance(Stand.FLAGGED, List.of(AlertFlag.NO_ARREST), List.of(LegalReason.NATIONALITY));
    var hit = noted.hits().getFirst().id();
    assertThatThrownBy(() -> ve.core().heeding().report(ve.duty(), story.held().id(), hit))
        .isInstanceOf(ExchangeException.class);
    story.federation().settle();
    assertThat(story.delivery(issued).hits()).isEmpty();
  }

  @Test
  void alert_aboutSomeoneSealedHereStaysHere() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    Alert issued = story.issue();
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.QUEUED);
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    co.core().alerting().withdraw(co.analyst(), issued.id(), "orden revocada");
    story.federation().settle();
    assertThat(plain(ve)).doesNotContain("La Muestra");
  }

  @Test
  void alert_aboutSomeoneSealedThereIsTheRightsOfficersAlone() throws Exception {
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    Alert issued = story.issue();
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    HeldAlert withheld = ve.core().heeding().held(ve.rights()).getFirst();
    assertThat(withheld.withheld()).isTrue();
    ve.core().heeding().stance(ve.rights(), withheld.id(), Stand.ACCEPTED, List.of(), List.of());
    story.federation().settle();
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ACCEPTED);
    assertThat(story.search(AlertStory.ana())).isEmpty();
    co.core().alerting().withdraw(co.analyst(), issued.id(), "orden revocada");
    story.federation().settle();
    assertThat(story.delivery(issued).state()).isEqualTo(Delivery.State.ERASED);
  }

  @Test
  void alert_aboutSomeoneSealedLaterIsFoundNoMore() throws Exception {
    story.issue();
    story.accept();
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    assertThat(story.search(AlertStory.ana())).isEmpty();
    assertThat(ve.core().heeding().held(ve.duty())).isEmpty();
    assertThat(ve.core().heeding().held(ve.rights())).hasSize(1);
  }
}
