// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Holding.HeldQuestion;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.instrument.decision.Audience;
import lat.enlace.instrument.decision.CompiledInstrument;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Context;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.instrument.decision.Shortfall;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.StateCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.exchange.LyingAsker.Before;
import lat.enlace.testkit.exchange.LyingAsker.Outcome;
import lat.enlace.testkit.people.People;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The receiver's gates and clauses stand alone: an asker whose node lies about everything meets
/// each of them at a true node, over the true link. Each case has a twin that differs in the one
/// fact and is answered.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LyingAskerTest {
  private static final Before NOTHING = lie -> {};
  private static final Told LAWFUL = Told.lawful();

  /// Gates that no question can meet at a receiver, with the reason.
  private static final Map<Gate, String> NO_SUCH_QUESTION =
      Map.of(
          Gate.CASE, "a dispatch without case cannot be parsed",
          Gate.LEGAL_BASIS, "a dispatch without legal basis cannot be parsed");

  /// Codes and shortfalls that were met at the receiver, from what came of each question.
  private final Set<String> met = new TreeSet<>();

  /// One fact, wrong and right.
  ///
  /// @param before what makes the question wrong, where the question itself is not
  /// @param otherwise the same without that
  private record Twins(Before before, Told wrong, Before otherwise, Told right) {
    Twins(Told wrong) {
      this(NOTHING, wrong, NOTHING, LAWFUL);
    }

    Twins(Before before) {
      this(before, LAWFUL, NOTHING, LAWFUL);
    }

    Twins(Before both, Told wrong, Told right) {
      this(both, wrong, both, right);
    }
  }

  private static Twins twins(Gate gate) {
    return switch (gate) {
      case AGENCY_CEILING -> new Twins(LAWFUL.by(AgencyKind.ARMED_FORCES));
      case STANDING ->
          new Twins(lie -> lie.standings().suspend(lie.authority(), LyingAsker.CO_VE, "prueba"));
      case LEVEL ->
          new Twins(lie ->
              lie.standings()
                  .lower(lie.authority(), LyingAsker.CO_VE, ConfidenceLevel.CONTACT, "prueba"));
      case PURPOSE -> new Twins(LAWFUL.purpose(Purpose.IMMIGRATION_CONTROL));
      case TRANSNATIONAL_ELEMENT -> new Twins(LAWFUL.elements(Set.of()));
      case MIGRATION -> new Twins(LAWFUL.grounds(Ground.EVIDENCE, Ground.MIGRATION_STATUS));
      case GROUND -> new Twins(LAWFUL.grounds(Ground.FAMILY_REQUEST));
      case OPINION -> new Twins(LAWFUL.grounds(Ground.EVIDENCE, Ground.OPINION));
      case SUBJECT -> new Twins(LAWFUL.category(SubjectCategory.WITNESS));
      case PROCEEDINGS -> new Twins(LAWFUL.stage(ProceduralStage.NONE));
      case MINOR ->
          new Twins(LAWFUL.subject(People.person("probe", "Ana Ejemplo Prueba", "2015-02-03", 0)));
      case PROTECTED_PERSON ->
          new Twins(lie -> lie.receiver().core().holdings().protect(lie.rights(), Story.HELD));
      case POLITICAL_OFFENCE -> new Twins(LAWFUL.offence("0904"));
      case MANDATE ->
          new Twins(lie ->
              lie.standings().contest(lie.authority(), new StateCode("CO"), "dos gobiernos"));
      case REFUGEE ->
          new Twins(lie ->
              lie.receiver()
                  .core()
                  .holdings()
                  .seal(lie.rights(), ConcealedFact.REFUGEE, List.of(Story.HELD)));
      case CASE, LEGAL_BASIS ->
          throw new IllegalArgumentException("no question meets it: " + NO_SUCH_QUESTION.get(gate));
    };
  }

  private static Twins twins(Shortfall shortfall) {
    return switch (shortfall) {
      case LEVEL -> new Twins(lie -> lie.agree("level: hit-no-hit", "level: information"));
      case CATEGORY -> new Twins(LAWFUL.category(SubjectCategory.SUSPECT_ABOUT_TO));
      case STAGE -> new Twins(LAWFUL.stage(ProceduralStage.INQUIRY));
      case DATA -> new Twins(LAWFUL.wanted(DataCategory.IDENTITY, DataCategory.BIOMETRIC));
      case PURPOSE ->
          new Twins(
              lie -> lie.agree("purposes: [organised-crime, locate-wanted,", "purposes: ["),
              LAWFUL,
              LAWFUL.purpose(Purpose.IDENTIFY));
      case AGENCY -> new Twins(LAWFUL.by(AgencyKind.INTELLIGENCE));
      case OFFENCE -> new Twins(LAWFUL.offence("0502"));
      case LAW -> new Twins(lie -> lie.agree("since: 2010-09-15", "since: 2090-09-15"));
      case REFUSED -> new Twins(LAWFUL.grounds(Ground.EVIDENCE, Ground.DESIGNATION));
      case AUTHORITY -> new Twins(LAWFUL.wanted(DataCategory.PHONE));
      case QUOTA ->
          new Twins(
              lie -> {
                lie.agree("quota-per-day: 200", "quota-per-day: 1");
                lie.ask(LAWFUL);
                lie.settle();
              },
              LAWFUL,
              lie -> lie.agree("quota-per-day: 200", "quota-per-day: 1"),
              LAWFUL);
    };
  }

  static Stream<Gate> gates() {
    return Stream.of(Gate.values()).filter(gate -> !NO_SUCH_QUESTION.containsKey(gate));
  }

  @ParameterizedTest
  @MethodSource("gates")
  void receiver_refusesAtEachGateWhatALyingAskerSends(Gate gate) throws Exception {
    Twins twins = twins(gate);
    Outcome refused = LyingAsker.begin(twins.before()).ask(twins.wrong());
    assertThat(refused.outcome()).isEqualTo("refuse");
    assertThat(refused.reasons()).containsExactly(gate.code());
    if (gate.audience() == Audience.ASKER) {
      assertThat(refused.answer())
          .containsExactly(new HitBody.Outcome.Refused(RefusalCode.R7, List.of(gate.code())));
    } else {
      assertThat(refused.answer()).containsExactly(new HitBody.Outcome.NoHit());
    }
    assertAnswered(twins);
    met.add(gate.code());
  }

  @ParameterizedTest
  @EnumSource(Shortfall.class)
  void receiver_holdsEachClauseAgainstALyingAsker(Shortfall shortfall) throws Exception {
    Twins twins = twins(shortfall);
    LyingAsker lie = LyingAsker.begin(twins.before());
    Outcome held = lie.ask(twins.wrong());
    Decision same = decide(lie.agreed(), twins.wrong(), shortfall != Shortfall.QUOTA);
    switch (same) {
      case Decision.Refuse(List<Reason> reasons) -> {
        String clause = only(reasons, shortfall);
        assertThat(held.outcome()).isEqualTo("refuse");
        assertThat(held.reasons()).containsExactly(clause);
        assertThat(held.answer())
            .containsExactly(new HitBody.Outcome.Refused(RefusalCode.R3, List.of(clause)));
      }
      case Decision.Escalate(Set<AuthorityRole> _, List<Reason> reasons) -> {
        String clause = only(reasons, shortfall);
        assertThat(held.outcome()).as("%s", held).isEqualTo("escalate");
        assertThat(held.reasons()).containsExactly(clause);
        assertThat(held.answer()).isEmpty();
        assertThat(lie.receiver().core().holding().questions(lie.receiver().duty()))
            .anyMatch(one -> one.state() == HeldQuestion.State.WAITING);
      }
      case Decision.Permit _ -> throw new AssertionError("no twin of " + shortfall);
    }
    assertAnswered(twins);
    met.add(shortfall.key());
  }

  private static void assertAnswered(Twins twins) throws Exception {
    Outcome answered = LyingAsker.begin(twins.otherwise()).ask(twins.right());
    assertThat(answered.outcome()).isEqualTo("permit");
    assertThat(answered.answer()).hasOnlyElementsOfType(HitBody.Outcome.Hit.class).hasSize(1);
  }

  private static String only(List<Reason> reasons, Shortfall shortfall) {
    assertThat(reasons).hasSize(1);
    Reason.OfClause reason = (Reason.OfClause) reasons.getFirst();
    assertThat(reason.shortfall()).isEqualTo(shortfall);
    return reason.code();
  }

  /// What the agreement says of the same question, to tell apart the shortfalls of one clause.
  private static Decision decide(SignedInstrument agreed, Told told, boolean quotaLeft) {
    var route =
        new Question.Route(
            Side.RECEIVING,
            DispatchKind.QUESTION,
            new StateCode("CO"),
            new StateCode("VE"),
            told.agency());
    var context =
        new Context(
            new Standing(Standing.State.IN_FORCE, ConfidenceLevel.HIT_NO_HIT),
            new Facts(AgeFact.ADULT, Set.of(), true),
            quotaLeft,
            Set.of());
    return CompiledInstrument.on(
            LocalDate.ofInstant(Federation.START, ZoneOffset.UTC), agreed.instrument())
        .decide(Matter.subject(route, told.basis(agreed.ref()), told.body(), Urgency.U8H), context);
  }

  /// What no question can lack the receiver need not decide on.
  @ParameterizedTest
  @CsvSource({"CASE, case", "LEGAL_BASIS, legalBasis"})
  void receiver_parsesNoQuestionWithout(Gate gate, String field) throws Exception {
    assertThat(NO_SUCH_QUESTION).containsKey(gate);
    LyingAsker lie = LyingAsker.begin(NOTHING);
    String text = lie.text(LAWFUL).text();
    for (String without :
        List.of(
            text.replaceFirst("\"" + field + "\":\"[^\"]+\"", "\"" + field + "\":\"\""),
            text.replaceFirst("\"" + field + "\":\"[^\"]+\",?", ""))) {
      assertThat(without).isNotEqualTo(text);
      assertThatThrownBy(() -> DispatchCodec.decode(Bytes.utf8(without)))
          .isInstanceOf(WireException.class);
    }
  }

  @Test
  void receiver_letsNobodyHuntOnTheFloor() throws Exception {
    var inquiry = new WhereaboutsBody.Inquiry(Story.PROBE, WhereaboutsBody.Inquiry.AskedBy.STATE);
    for (Purpose purpose : List.of(Purpose.IMMIGRATION_CONTROL, Purpose.LOCATE_WANTED)) {
      LyingAsker lie = LyingAsker.begin(NOTHING);
      Basis basis = LAWFUL.purpose(purpose).basis(lie.agreed().ref());
      Outcome refused = lie.send(basis, inquiry, AgencyKind.POLICE);
      assertThat(refused.outcome()).isEqualTo("refuse");
      assertThat(refused.reasons()).containsExactly(Gate.PURPOSE.code());
      assertThat(lie.receiver().core().whereabouts().inquiries(lie.receiver().duty())).isEmpty();
    }
    Basis humanitarian =
        new Basis.Humanitarian(new CaseReference("HUM-666"), "Convención inventada");
    LyingAsker soldier = LyingAsker.begin(NOTHING);
    assertThat(soldier.send(humanitarian, inquiry, AgencyKind.ARMED_FORCES).reasons())
        .containsExactly(Gate.AGENCY_CEILING.code());
    LyingAsker family = LyingAsker.begin(NOTHING);
    assertThat(family.send(humanitarian, inquiry, AgencyKind.POLICE).outcome()).isEqualTo("permit");
    assertThat(family.receiver().core().whereabouts().inquiries(family.receiver().duty()))
        .hasSize(1);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void everyGateAndShortfallWasMet() {
    Set<String> all = new TreeSet<>();
    gates().map(Gate::code).forEach(all::add);
    Stream.of(Shortfall.values()).map(Shortfall::key).forEach(all::add);
    assertThat(met).isEqualTo(all);
  }
}
