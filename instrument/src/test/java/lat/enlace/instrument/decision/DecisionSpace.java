// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Standing;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.StateCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import org.jspecify.annotations.Nullable;

/// The whole finite space of questions and contexts between two states, walked in two ways: every
/// pair of axes in full around permitted points, and seeded samples of everything.
final class DecisionSpace {
  private static final List<@Nullable OffenceCode> OFFENCES =
      Collections.unmodifiableList(
          Arrays.asList(
              new OffenceCode("0601"),
              new OffenceCode("0502"),
              new OffenceCode("0904"),
              new OffenceCode("08"),
              new OffenceCode("08059"),
              null));
  private static final List<Set<Ground>> GROUNDS = grounds();
  private static final List<Set<DataCategory>> WANTED =
      List.of(
          Set.of(DataCategory.IDENTITY),
          Set.of(DataCategory.PHONE),
          Set.of(DataCategory.BIOMETRIC),
          Set.of());
  private static final List<Set<TransnationalElement>> ELEMENTS =
      List.of(
          Set.of(TransnationalElement.EFFECTS_ELSEWHERE),
          Set.of(),
          EnumSet.allOf(TransnationalElement.class));
  private static final List<Set<ConcealedFact>> CONCEALED =
      List.of(
          Set.of(),
          Set.of(ConcealedFact.PROTECTED_PERSON),
          Set.of(ConcealedFact.REFUGEE),
          EnumSet.allOf(ConcealedFact.class));
  private static final List<Set<AuthorityRole>> APPROVALS =
      List.of(
          EnumSet.allOf(AuthorityRole.class),
          Set.of(),
          Set.of(AuthorityRole.SUPERVISOR),
          Set.of(AuthorityRole.JUDGE));
  private static final List<String> HOLDERS = List.of("VE", "CO", "PE");

  /// One point of the space.
  record Point(Question question, Context context) {}

  private final List<Integer> sizes =
      List.of(
          Side.values().length,
          DispatchKind.values().length,
          HOLDERS.size(),
          AgencyKind.values().length,
          Purpose.values().length,
          OFFENCES.size(),
          2,
          2,
          ELEMENTS.size(),
          SubjectCategory.values().length,
          ProceduralStage.values().length,
          GROUNDS.size(),
          WANTED.size(),
          Standing.State.values().length,
          ConfidenceLevel.values().length,
          AgeFact.values().length,
          2,
          CONCEALED.size(),
          2,
          APPROVALS.size());

  /// A plain question that everything permits.
  private static List<Integer> plain() {
    return new ArrayList<>(
        List.of(
            0,
            position(DispatchKind.values(), DispatchKind.QUESTION),
            0,
            position(AgencyKind.values(), AgencyKind.POLICE),
            position(Purpose.values(), Purpose.ORGANISED_CRIME),
            0,
            0,
            0,
            0,
            position(SubjectCategory.values(), SubjectCategory.SUSPECT_COMMITTED),
            position(ProceduralStage.values(), ProceduralStage.INVESTIGATION),
            0,
            0,
            position(Standing.State.values(), Standing.State.IN_FORCE),
            position(ConfidenceLevel.values(), ConfidenceLevel.HIT_NO_HIT),
            0,
            0,
            0,
            0,
            0));
  }

  /// A whereabouts inquiry.
  private static List<Integer> humanitarian() {
    List<Integer> at = plain();
    at.set(1, position(DispatchKind.values(), DispatchKind.WHEREABOUTS));
    at.set(4, position(Purpose.values(), Purpose.HUMANITARIAN));
    at.set(9, position(SubjectCategory.values(), SubjectCategory.MISSING));
    return at;
  }

  /// Every combination of every two axes, around a plain question and around a humanitarian one.
  void forEveryPair(Consumer<Point> visitor) {
    for (List<Integer> base : List.of(plain(), humanitarian())) {
      for (int one = 0; one < sizes.size(); one++) {
        for (int other = one + 1; other < sizes.size(); other++) {
          pairs(base, one, other, visitor);
        }
      }
    }
  }

  private void pairs(List<Integer> base, int one, int other, Consumer<Point> visitor) {
    List<Integer> at = new ArrayList<>(base);
    for (int i = 0; i < sizes.get(one); i++) {
      at.set(one, i);
      for (int j = 0; j < sizes.get(other); j++) {
        at.set(other, j);
        visitor.accept(point(at));
      }
    }
  }

  /// Points from all over the space; half of them differ from a plain question in few axes, so that
  /// permits are not rare.
  void sample(long seed, int count, Consumer<Point> visitor) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < count; n++) {
      List<Integer> at = n % 2 == 0 ? plain() : humanitarian();
      int changed = n % 4 < 2 ? sizes.size() : 1 + random.nextInt(5);
      for (int c = 0; c < changed; c++) {
        int axis = changed == sizes.size() ? c : random.nextInt(sizes.size());
        at.set(axis, random.nextInt(sizes.get(axis)));
      }
      visitor.accept(point(at));
    }
  }

  private static Point point(List<Integer> at) {
    Question question =
        new Question(
            new Question.Route(
                member(Side.class, at.get(0)),
                member(DispatchKind.class, at.get(1)),
                new StateCode("CO"),
                new StateCode(HOLDERS.get(at.get(2))),
                member(AgencyKind.class, at.get(3))),
            new Question.Cause(
                member(Purpose.class, at.get(4)),
                OFFENCES.get(at.get(5)),
                at.get(6) == 0,
                at.get(7) == 0,
                ELEMENTS.get(at.get(8))),
            new Question.Subject(
                member(SubjectCategory.class, at.get(9)),
                member(ProceduralStage.class, at.get(10)),
                GROUNDS.get(at.get(11))),
            WANTED.get(at.get(12)),
            Urgency.N7D);
    Context context =
        new Context(
            new Standing(
                member(Standing.State.class, at.get(13)),
                member(ConfidenceLevel.class, at.get(14))),
            new Facts(
                member(AgeFact.class, at.get(15)), CONCEALED.get(at.get(17)), at.get(16) == 1),
            at.get(18) == 0,
            APPROVALS.get(at.get(19)));
    return new Point(question, context);
  }

  private static <E extends Enum<E>> E member(Class<E> type, int position) {
    return List.copyOf(EnumSet.allOf(type)).get(position);
  }

  private static <E extends Enum<E>> int position(E[] all, E wanted) {
    return Arrays.asList(all).indexOf(wanted);
  }

  /// Evidence alone first; then every ground alone, every ground beside evidence, and none.
  private static List<Set<Ground>> grounds() {
    List<Set<Ground>> all = new ArrayList<>();
    all.add(Set.of(Ground.EVIDENCE));
    for (Ground ground : Ground.values()) {
      all.add(Set.of(ground));
      all.add(EnumSet.of(Ground.EVIDENCE, ground));
    }
    all.add(Set.of());
    return List.copyOf(all);
  }
}
