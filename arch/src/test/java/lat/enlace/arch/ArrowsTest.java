// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;

/// The arrows between modules. A module sees only what stands beside its name here.
@AnalyzeClasses(packages = "lat.enlace", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("bytes", List.of()),
          Map.entry("model", List.of("bytes")),
          Map.entry("note", List.of("bytes")),
          Map.entry("ledger", List.of("bytes", "note")),
          Map.entry("instrument", List.of("bytes", "model", "note")),
          Map.entry("matching", List.of("bytes", "model")),
          Map.entry("gateway", List.of("bytes", "model")),
          Map.entry("wire", List.of("bytes", "model")),
          Map.entry(
              "exchange",
              List.of("bytes", "model", "note", "ledger", "instrument", "matching", "wire")),
          Map.entry(
              "workbench",
              List.of(
                  "bytes",
                  "model",
                  "note",
                  "ledger",
                  "instrument",
                  "matching",
                  "gateway",
                  "wire",
                  "exchange")),
          Map.entry(
              "cli",
              List.of(
                  "bytes",
                  "model",
                  "note",
                  "ledger",
                  "instrument",
                  "matching",
                  "gateway",
                  "wire")));

  @ArchTest
  static void modules_followTheArrows(com.tngtech.archunit.core.domain.JavaClasses classes) {
    for (Map.Entry<String, List<String>> arrow : ARROWS.entrySet()) {
      String[] forbidden =
          java.util.stream.Stream.of(
                  "bytes",
                  "model",
                  "note",
                  "ledger",
                  "instrument",
                  "matching",
                  "gateway",
                  "wire",
                  "exchange",
                  "testkit",
                  "workbench",
                  "node",
                  "cli",
                  "bench",
                  "simulation",
                  "torture",
                  "demo")
              .filter(
                  module -> !module.equals(arrow.getKey()) && !arrow.getValue().contains(module))
              .map(module -> "lat.enlace." + module + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("lat.enlace." + arrow.getKey() + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .because(
              "the arrows of docs/architecture.md keep a ledger from seeing a person and an auditor's"
                  + " tool from running the node it checks")
          .check(classes);
    }
  }

  @ArchTest
  static final ArchRule packages_haveNoCycles =
      slices().matching("lat.enlace.(**)").should().beFreeOfCycles().allowEmptyShould(false);
}
