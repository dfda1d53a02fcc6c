// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.instrument.Standing;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.StateCode;
import lat.enlace.model.SubjectCategory;
import org.junit.jupiter.api.Test;

/// Invariants I4, I7, I10 and I13 over the decision space.
class GatesHoldTest {
  private static final int SAMPLES = Boolean.getBoolean("enlace.full") ? 4_000_000 : 60_000;
  private static final long SEED = 20261121;
  private static final Set<Ground> SUPPORTING =
      EnumSet.of(
          Ground.EVIDENCE,
          Ground.JUDICIAL_ORDER,
          Ground.INTELLIGENCE,
          Ground.SEIZURE,
          Ground.CONVICTION);
  private static final Set<Ground> NEVER =
      EnumSet.of(
          Ground.MIGRATION_STATUS,
          Ground.CROSSING_PLACE,
          Ground.SHELTER,
          Ground.ASYLUM_FILE,
          Ground.OPINION);
  private static final Set<SubjectCategory> REACHED =
      EnumSet.of(
          SubjectCategory.SUSPECT_COMMITTED,
          SubjectCategory.SUSPECT_ABOUT_TO,
          SubjectCategory.CONVICTED,
          SubjectCategory.NOT_A_PERSON);
  private static final Set<Purpose> CRIME =
      EnumSet.of(
          Purpose.ORGANISED_CRIME, Purpose.LOCATE_WANTED, Purpose.IDENTIFY, Purpose.ASSET_TRACING);
  private static final Set<AgencyKind> UNIFORMED_OR_CONSULAR =
      EnumSet.of(AgencyKind.ARMED_FORCES, AgencyKind.COAST_GUARD, AgencyKind.CONSULAR);
  private static final Set<Standing.State> CLOSED =
      EnumSet.of(
          Standing.State.ENDED,
          Standing.State.NOT_YET_IN_FORCE,
          Standing.State.MANDATE_CONTESTED,
          Standing.State.SUSPENDED);

  private static final Set<String> NO_COMMON_CRIME = Set.of("0904", "08", "08059");

  private static final Set<DispatchKind> REQUESTED =
      Set.of(
          DispatchKind.REQUEST,
          DispatchKind.REQUEST_PROGRESS,
          DispatchKind.CLARIFICATION,
          DispatchKind.REPLY,
          DispatchKind.REQUEST_WITHDRAWAL,
          DispatchKind.SPONTANEOUS,
          DispatchKind.FEEDBACK);

  private static final Set<DispatchKind> ALERTS =
      Set.of(
          DispatchKind.ALERT,
          DispatchKind.ALERT_STANCE,
          DispatchKind.ALERT_HIT,
          DispatchKind.ALERT_CHANGE,
          DispatchKind.ALERT_STATEMENT);

  private static ConfidenceLevel needed(DispatchKind kind) {
    return REQUESTED.contains(kind)
        ? ConfidenceLevel.INFORMATION
        : ALERTS.contains(kind) ? ConfidenceLevel.ALERTS : ConfidenceLevel.HIT_NO_HIT;
  }

  private final DecisionSpace space = new DecisionSpace();

  private void everywhere(Consumer<DecisionSpace.Point> check) {
    space.forEveryPair(check);
    space.sample(SEED, SAMPLES, check);
  }

  @Test
  void decide_neverPermitsWhatTheGatesForbidHoweverPermissiveTheInstrument() throws Exception {
    CompiledInstrument permissive = PermissiveInstrument.compiled();
    AtomicInteger permitted = new AtomicInteger();

    everywhere(point -> {
      Decision decision = permissive.decide(point.question(), point.context());
      if (onFloor(point)) {
        return;
      }
      if (forbidden(point)) {
        assertThat(decision).as("%s", point).isInstanceOf(Decision.Refuse.class);
      } else if (coveredBetweenParties(point.question()) && point.context().quotaLeft()) {
        assertThat(decision).as("%s", point).isInstanceOf(Decision.Permit.class);
        permitted.incrementAndGet();
      }
    });

    assertThat(permitted.get()).as("the gates let something through").isPositive();
  }

  @Test
  void decide_permitsTheFloorWhateverStands() throws Exception {
    CompiledInstrument sample = sample();

    everywhere(point -> {
      Question question = point.question();
      if (!onFloor(point)) {
        return;
      }
      boolean fits =
          switch (question.route().kind().lane()) {
            case GOVERNANCE -> question.cause().purpose() == Purpose.GOVERNANCE;
            case LIFE -> question.cause().purpose() == Purpose.HUMANITARIAN;
            case HUMANITARIAN ->
                Set.of(Purpose.HUMANITARIAN, Purpose.CORRECTION)
                    .contains(question.cause().purpose());
            case PERSON -> false;
          };
      boolean mayTakePart = question.route().agency().ceiling().contains(question.route().kind());
      assertThat(sample.decide(question, point.context()) instanceof Decision.Permit)
          .as("%s", point)
          .isEqualTo(fits && mayTakePart);
    });
  }

  @Test
  void decide_permitsNothingElseUnderWhatIsNotInForce() throws Exception {
    CompiledInstrument permissive = PermissiveInstrument.compiled();

    everywhere(point -> {
      if (!onFloor(point) && CLOSED.contains(point.context().standing().state())) {
        assertThat(permissive.decide(point.question(), point.context()))
            .isInstanceOf(Decision.Refuse.class);
      }
    });
  }

  @Test
  void decide_permitsNoMoreThanTheMostPermissiveInstrument() throws Exception {
    CompiledInstrument permissive = PermissiveInstrument.compiled();
    CompiledInstrument sample = sample();

    everywhere(point -> {
      if (sample.decide(point.question(), point.context()) instanceof Decision.Permit) {
        Context unlimited =
            new Context(
                point.context().standing(),
                point.context().facts(),
                true,
                point.context().approvals());
        assertThat(permissive.decide(point.question(), unlimited))
            .isInstanceOf(Decision.Permit.class);
      }
    });
  }

  @Test
  void decide_permitsNoMoreAtALowerLevel() throws Exception {
    CompiledInstrument sample = sample();

    everywhere(point -> {
      if (!(sample.decide(point.question(), point.context()) instanceof Decision.Permit)) {
        return;
      }
      Standing standing = point.context().standing();
      for (ConfidenceLevel level : ConfidenceLevel.values()) {
        if (level.reaches(standing.level()) && standing.state().opensMoreThanFloor()) {
          Context higher =
              new Context(
                  new Standing(standing.state(), level),
                  point.context().facts(),
                  point.context().quotaLeft(),
                  point.context().approvals());
          assertThat(sample.decide(point.question(), higher)).isInstanceOf(Decision.Permit.class);
        }
      }
    });
  }

  @Test
  void decide_showsTheAskerTheSameWithAndWithoutConcealedFacts() throws Exception {
    CompiledInstrument sample = sample();

    everywhere(point -> {
      Decision known = sample.decide(point.question(), point.context());
      Decision seen = sample.decide(point.question(), point.context().asSeenByAsker());
      switch (seen) {
        case Decision.Refuse refuse -> {
          assertThat(known).isInstanceOf(Decision.Refuse.class);
          assertThat(((Decision.Refuse) known).forAsker()).isEqualTo(refuse.reasons());
        }
        case Decision.Permit permit -> assertThat(known.equals(seen) || hidden(known)).isTrue();
        case Decision.Escalate escalate -> assertThat(known.equals(seen) || hidden(known)).isTrue();
      }
    });
  }

  @Test
  void decide_dependsOnNothingButItsArguments() throws Exception {
    CompiledInstrument one = sample();
    CompiledInstrument other = sample();

    space.sample(
        SEED + 1,
        10_000,
        point ->
            assertThat(one.decide(point.question(), point.context()))
                .isEqualTo(other.decide(point.question(), point.context())));
  }

  private static boolean hidden(Decision decision) {
    return decision instanceof Decision.Refuse refuse && refuse.concealed();
  }

  private static CompiledInstrument sample() throws Exception {
    return CompiledInstrument.on(LocalDate.parse("2026-11-21"), SampleInstruments.read("co-ve"));
  }

  private static boolean onFloor(DecisionSpace.Point point) {
    return point.question().route().kind().staysOpen();
  }

  private static boolean coveredBetweenParties(Question question) {
    return new OffenceCode("0601").equals(question.cause().offence())
        && question.route().holder().equals(new StateCode("VE"));
  }

  /// The gates once more, written from docs/spec/gates.md and not from the code.
  private static boolean forbidden(DecisionSpace.Point point) {
    Question question = point.question();
    Context context = point.context();
    Question.Cause cause = question.cause();
    Question.Subject subject = question.subject();
    boolean channel =
        CLOSED.contains(context.standing().state())
            || !context.standing().level().reaches(needed(question.route().kind()))
            || UNIFORMED_OR_CONSULAR.contains(question.route().agency());
    boolean footing =
        !CRIME.contains(cause.purpose())
            || !cause.namedCase()
            || !cause.legalBasis()
            || cause.elements().isEmpty();
    boolean grounds =
        subject.grounds().stream().noneMatch(SUPPORTING::contains)
            || subject.grounds().stream().anyMatch(NEVER::contains);
    boolean person =
        !REACHED.contains(subject.category())
            || subject.stage() == ProceduralStage.NONE
            || (subject.category() == SubjectCategory.CONVICTED
                && subject.stage() != ProceduralStage.CONVICTED);
    boolean facts =
        context.facts().age() == AgeFact.MINOR
            || (context.facts().person() && subject.category() == SubjectCategory.NOT_A_PERSON)
            || (cause.offence() != null && NO_COMMON_CRIME.contains(cause.offence().value()))
            || !context.facts().concealed().isEmpty();
    return channel || footing || grounds || person || facts;
  }
}
