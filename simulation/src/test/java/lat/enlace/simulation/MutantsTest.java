// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The catalogue of planted faults stays whole: each still has its place in the product, and the
/// simulation shows them.
class MutantsTest {
  private static final int LEAST = 60;
  private static final int LEAST_EACH = 3;
  private static final ClassLoader SOUND = MutantsTest.class.getClassLoader();

  /// Of those that show soon; the whole catalogue is for the command, for it takes long.
  private static final Set<String> SOME = Set.of("question-undecided", "answer-undecided");

  private static final Set<String> MORE =
      Set.of(
          "question-undecided",
          "answer-undecided",
          "floor-undecided",
          "request-undecided",
          "reading-undecided",
          "ledger-unsynced",
          "same-size-fork-accepted",
          "receipt-of-another-leaf",
          "another-sender");

  @Test
  void everyFault_hasItsPlaceAndLinks() throws Exception {
    ClassFile files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(SOUND)));
    for (Mutant mutant : Mutant.all()) {
      byte[] planted = PlantedClasses.bytes(mutant, SOUND);
      assertThat(files.verify(planted)).as(mutant.name()).isEmpty();
    }
  }

  @Test
  void catalogue_breaksEveryInvariantAndEveryMachine() {
    List<Mutant> all = Mutant.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(all).extracting(Mutant::name).doesNotHaveDuplicates();
    for (Invariant invariant : invariants()) {
      assertThat(all.stream().filter(one -> one.breaks().equals(invariant.name())).count())
          .as("faults that break %s", invariant)
          .isGreaterThanOrEqualTo(LEAST_EACH);
    }
    assertThat(all).extracting(Mutant::breaks).containsAll(new StateTables().machines());
  }

  private static List<Invariant> invariants() {
    return Arrays.stream(Invariant.values()).filter(one -> one.name().matches("I\\d+")).toList();
  }

  @Test
  void fault_withoutAPlaceIsRefused() {
    Mutant gone =
        new Mutant(
            "gone", "I1", "lat.enlace.exchange.Links", "noSuch", new Mutation.Returns("nothing"));
    assertThatThrownBy(() -> PlantedClasses.bytes(gone, SOUND))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone");
  }

  /// Where the simulation fails without any fault, what it shows with one says nothing.
  @Test
  void outcome_isVoidIfTheSoundProductFails() {
    Mutants.Outcome outcome = new Mutants.Outcome(0, List.of(), "I6 at step 3 of seed 0");
    assertThat(outcome.ok()).isFalse();
    assertThat(Reports.text(outcome)).startsWith("void").contains("I6 at step 3 of seed 0");
    assertThat(Reports.json(outcome)).contains("\"void\":true");
    assertThat(new Mutants.Outcome(20, List.of("one"), "").ok()).isTrue();
    assertThat(new Mutants.Outcome(20, List.of("one", "two"), "").ok()).isFalse();
  }

  @Test
  void simulation_showsThem() {
    Set<String> names = Boolean.getBoolean("enlace.full") ? MORE : SOME;
    List<Mutant> some = Mutant.all().stream().filter(one -> names.contains(one.name())).toList();
    Mutants.Outcome outcome = Mutants.run(some, 2, 1, (_, _) -> {});
    assertThat(some).hasSameSizeAs(names);
    assertThat(outcome.planted()).isEqualTo(some.size());
    assertThat(outcome.missed()).isEmpty();
  }
}
