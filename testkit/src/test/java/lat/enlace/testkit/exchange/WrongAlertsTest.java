// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.AlertStory.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.Alerting.Delivery;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding.FoundForm;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.LegalReason;
import lat.enlace.model.Role;
import lat.enlace.model.StatementKind;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change;
import lat.enlace.model.dispatch.AlertBody.Change.What;
import lat.enlace.model.dispatch.AlertBody.Hit.Hindrance;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.dispatch.AlertBody.Statement;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.api.Test;

/// In the wrong state, by the wrong role, from the wrong node, twice, to come: refused with a code,
/// and nothing changes.
class WrongAlertsTest {
  private final AlertStory story;
  private final TestNode co;
  private final TestNode ve;

  WrongAlertsTest() throws ExchangeException {
    story = AlertStory.begin(72);
    co = story.co();
    ve = story.ve();
  }

  private interface Deed {
    void run() throws Exception;
  }

  private void refused(ExchangeException.Code code, Deed deed) {
    List<String> before = states();
    assertThatThrownBy(deed::run).hasFieldOrPropertyWithValue("code", code);
    assertThat(states()).isEqualTo(before);
  }

  private List<String> states() {
    List<String> all = new ArrayList<>();
    for (Alert alert : co.core().alerting().alerts(co.rights())) {
      all.add(alert + " " + alert.deliveries());
    }
    ve.core().heeding().held(ve.rights()).forEach(one -> all.add(one.toString()));
    return all;
  }

  @Test
  void draft_isNotIssuedByWhoeverDraftedItNorByHisUnit() throws Exception {
    AlertForm form = story.form(AlertStory.ana(), AlertAction.ARREST);
    Alert draft = co.core().alerting().draft(co.analyst(), form);
    var alerting = co.core().alerting();
    refused(ExchangeException.Code.APPROVAL_REFUSED, () -> alerting.issue(co.duty(), draft.id()));
    Officer himself =
        new Officer(
            co.analyst().id(),
            co.analyst().agency(),
            second(co).unit(),
            Set.of(Role.DUTY_OFFICER),
            co.analyst().language());
    refused(ExchangeException.Code.APPROVAL_REFUSED, () -> alerting.issue(himself, draft.id()));
    refused(ExchangeException.Code.ROLE_MISSING, () -> alerting.issue(co.analyst(), draft.id()));
    refused(ExchangeException.Code.ROLE_MISSING, () -> alerting.draft(co.duty(), form));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> alerting.withdraw(co.analyst(), draft.id(), "aún no se emitió"));
    alerting.issue(second(co), draft.id());
    refused(ExchangeException.Code.WRONG_STATE, () -> alerting.issue(second(co), draft.id()));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> alerting.decline(second(co), draft.id(), "tarde"));
    Officer customs = co.officer("aduanas", AgencyKind.CUSTOMS, "otra", Role.ANALYST);
    refused(
        ExchangeException.Code.NOT_FOUND, () -> alerting.withdraw(customs, draft.id(), "ajena"));
    Officer army = co.officer("ejercito", AgencyKind.ARMED_FORCES, "cabo", Role.ANALYST);
    refused(ExchangeException.Code.AGENCY_CEILING, () -> alerting.draft(army, form));
  }

  @Test
  void form_outOfBoundsIsRefused() {
    AlertForm arrest = story.form(AlertStory.ana(), AlertAction.ARREST);
    AlertForm unassessed =
        story.form(
            RequestStory.entity(
                Schema.PERSON,
                new lat.enlace.model.entity.Statement(
                    Property.NAME,
                    "Ana Ejemplo Prueba",
                    StatementKind.HEARSAY,
                    Grading.UNASSESSED,
                    "rumor",
                    Federation.START)),
            AlertAction.LOCATE);
    for (AlertForm wrong :
        List.of(
            unassessed,
            grounds(arrest, Set.of(Ground.EVIDENCE)),
            story.form(AlertStory.car(), AlertAction.ARREST),
            story.form(AlertStory.ana(), AlertAction.SEIZE_OBJECT))) {
      refused(
          ExchangeException.Code.INVALID_FORM,
          () -> co.core().alerting().draft(co.analyst(), wrong));
    }
  }

  private static AlertForm grounds(AlertForm form, Set<Ground> grounds) {
    return new AlertForm(
        form.partners(),
        form.caseReference(),
        form.legalBasis(),
        form.offence(),
        form.purpose(),
        form.elements(),
        form.subject(),
        form.action(),
        form.category(),
        form.stage(),
        grounds,
        form.markers(),
        form.handling(),
        form.reason());
  }

  @Test
  void stance_isTheDutyOfficersAndNotSaidTwice() throws Exception {
    story.issue();
    HeldAlert held = story.held();
    var heeding = ve.core().heeding();
    refused(
        ExchangeException.Code.ROLE_MISSING,
        () -> heeding.stance(ve.analyst(), held.id(), Stand.ACCEPTED, List.of(), List.of()));
    refused(
        ExchangeException.Code.ROLE_MISSING,
        () -> heeding.stance(ve.rights(), held.id(), Stand.ACCEPTED, List.of(), List.of()));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> story.stance(Stand.FLAGGED, List.of(AlertFlag.NO_ARREST), List.of()));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> story.stance(Stand.REFUSED, List.of(), List.of()));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> heeding.found(ve.analyst(), held.id(), story.found(Outcome.LOCATED)));
    refused(ExchangeException.Code.WRONG_STATE, () -> heeding.open(ve.analyst(), held.id()));
    story.accept();
    refused(ExchangeException.Code.WRONG_STATE, story::accept);
    story.stance(Stand.REFUSED, List.of(), List.of(LegalReason.POLITICAL));
    refused(ExchangeException.Code.WRONG_STATE, story::accept);
  }

  @Test
  void stance_flagsAgainstArrestOnlyWhatAsksForOne() throws Exception {
    story.issue(story.form(AlertStory.car(), AlertAction.SEIZE_OBJECT));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () ->
            story.stance(
                Stand.FLAGGED, List.of(AlertFlag.LOCATE_ONLY), List.of(LegalReason.NATIONAL_LAW)));
    assertThat(
            story
                .stance(
                    Stand.FLAGGED,
                    List.of(AlertFlag.CONSULT_FIRST),
                    List.of(LegalReason.NATIONAL_LAW))
                .state())
        .isEqualTo(HeldAlert.State.FLAGGED);
  }

  @Test
  void hit_isNotToComeNorConfirmedByWhoNotedIt() throws Exception {
    story.issue();
    story.accept();
    HeldAlert held = story.held();
    var heeding = ve.core().heeding();
    Instant now = ve.clock().now();
    for (FoundForm wrong :
        List.of(
            new FoundForm(Outcome.LOCATED, now.plus(Duration.ofHours(1)), "Puente", List.of()),
            new FoundForm(Outcome.LOCATED, now.minus(Duration.ofDays(1)), "Puente", List.of()),
            new FoundForm(Outcome.LOCATED, now, "Calle 4 # 5-6", List.of()),
            new FoundForm(Outcome.LOCATED, now, "", List.of()),
            new FoundForm(Outcome.LOCATED, now, "Puente", List.of(Hindrance.GONE)),
            new FoundForm(Outcome.ACTION_IMPOSSIBLE, now, "Puente", List.of()))) {
      refused(
          ExchangeException.Code.INVALID_FORM, () -> heeding.found(ve.analyst(), held.id(), wrong));
    }
    HeldAlert noted = heeding.found(ve.duty(), held.id(), story.found(Outcome.ACTION_TAKEN));
    var hit = noted.hits().getFirst().id();
    refused(
        ExchangeException.Code.APPROVAL_REFUSED, () -> heeding.report(ve.duty(), held.id(), hit));
    refused(
        ExchangeException.Code.ROLE_MISSING, () -> heeding.report(ve.analyst(), held.id(), hit));
    refused(
        ExchangeException.Code.NOT_FOUND,
        () -> heeding.report(AlertStory.other(ve), held.id(), held.id()));
    heeding.report(AlertStory.other(ve), held.id(), hit);
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> heeding.report(AlertStory.other(ve), held.id(), hit));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> heeding.dismiss(AlertStory.other(ve), held.id(), hit, "tarde"));
  }

  @Test
  void flaggedAlert_takesNoAction() throws Exception {
    story.issue();
    story.stance(Stand.FLAGGED, List.of(AlertFlag.LOCATE_ONLY), List.of(LegalReason.NATIONALITY));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () ->
            ve.core()
                .heeding()
                .found(ve.analyst(), story.held().id(), story.found(Outcome.ACTION_TAKEN)));
  }

  @Test
  void suspendedAgreement_keepsAHitHereAndTheNoteOfIt() throws Exception {
    story.issue();
    story.accept();
    HeldAlert noted =
        ve.core()
            .heeding()
            .found(ve.analyst(), story.held().id(), story.found(Outcome.ACTION_TAKEN));
    ve.core().standings().suspend(ve.authority(), RequestStory.CO_VE, "prueba");
    refused(
        ExchangeException.Code.REFUSED,
        () -> ve.core().heeding().report(ve.duty(), noted.id(), noted.hits().getFirst().id()));
  }

  @Test
  void change_thatIsNoneIsRefused() throws Exception {
    Alert issued = story.issue(story.form(AlertStory.ana(), AlertAction.LOCATE));
    var alerting = co.core().alerting();
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> alerting.narrow(co.analyst(), issued.id(), AlertAction.DISCREET_CHECK, "menos"));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> alerting.correct(co.analyst(), issued.id(), AlertStory.car(), "otra cosa"));
    refused(
        ExchangeException.Code.APPROVAL_REFUSED,
        () -> alerting.extend(co.duty(), issued.id(), "la misma unidad"));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> alerting.withdraw(co.analyst(), issued.id(), " "));
    alerting.withdraw(co.analyst(), issued.id(), "orden revocada");
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> alerting.withdraw(co.analyst(), issued.id(), "dos veces"));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> alerting.extend(second(co), issued.id(), "ya no"));
  }

  @Test
  void partner_cannotSayWhatDoesNotFit() throws Exception {
    Alert issued = story.issue();
    Delivery delivery = story.delivery(issued);
    HeldAlert held = story.held();
    Basis basis = ve.core().heeding().open(ve.duty(), held.id()).alert().header().basis();
    Instant hour = co.clock().now().truncatedTo(ChronoUnit.HOURS);
    // A hit on what was not accepted, a statement on what was not changed, another's alert.
    forge(
        ve,
        co,
        basis,
        new AlertBody.Hit(delivery.id(), Outcome.LOCATED, hour, "Puente", List.of()));
    forge(ve, co, basis, new Statement(delivery.id(), Statement.Done.ERASED));
    forge(ve, co, basis, new AlertBody.Stance(issued.id(), Stand.ACCEPTED, List.of(), List.of()));
    forge(ve, co, basis, withdrawn(delivery));
    assertThat(story.delivery(issued)).isEqualTo(delivery);
    story.accept();
    co.core().alerting().withdraw(co.analyst(), issued.id(), "orden revocada");
    story.federation().settle();
    List<String> before = states();
    forge(co, ve, basis, withdrawn(delivery));
    forge(ve, co, basis, new AlertBody.Stance(delivery.id(), Stand.ACCEPTED, List.of(), List.of()));
    forge(
        ve,
        co,
        basis,
        new Statement(story.delivery(issued).changes().getFirst().id(), Statement.Done.ERASED));
    assertThat(states()).isEqualTo(before);
    assertThat(refusals(co)).isEqualTo(6);
    assertThat(refusals(ve)).isEqualTo(1);
  }

  private static Change withdrawn(Delivery delivery) {
    return new Change(delivery.id(), What.WITHDRAWN, List.of(), List.of(), List.of());
  }

  private static long refusals(TestNode node) throws Exception {
    return node.core().records().decisions(node.auditor(), 100).stream()
        .filter(one -> one.reasons().contains("UNKNOWN_REFERENCE"))
        .count();
  }

  private void forge(TestNode liar, TestNode to, Basis basis, AlertBody body) throws Exception {
    Forged.dispatch(liar, to, basis, body, AgencyKind.POLICE);
    story.federation().settle();
  }
}
