// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The libraries and the exchange are pure: clock, randomness, files, network and threads come in
/// through ports. That is what lets one thread simulate a federation from a seed.
@AnalyzeClasses(packages = "lat.enlace", importOptions = DoNotIncludeTests.class)
class PurityTest {
  private static final String[] PURE = {
    "lat.enlace.bytes..",
    "lat.enlace.model..",
    "lat.enlace.note..",
    "lat.enlace.ledger..",
    "lat.enlace.instrument..",
    "lat.enlace.matching..",
    "lat.enlace.gateway..",
    "lat.enlace.wire..",
    "lat.enlace.exchange.."
  };

  @ArchTest
  static final ArchRule pureModules_touchNoFilesNetworkOrFrameworks =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..",
              "java.nio.channels..",
              "java.net..",
              "java.net.http..",
              "java.sql..",
              "javax.sql..",
              "org.springframework..",
              "jakarta..",
              "org.slf4j..",
              "java.util.logging..")
          .because("take a port; its adapter lives in node");

  @ArchTest
  static final ArchRule pureModules_useNoFileTypesOfJavaIo =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              belongToAnyOf(
                  java.io.File.class,
                  java.io.FileInputStream.class,
                  java.io.FileOutputStream.class,
                  java.io.RandomAccessFile.class,
                  java.io.FileReader.class,
                  java.io.FileWriter.class))
          .because("take a port; its adapter lives in node");

  @ArchTest
  static final ArchRule pureModules_readNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat(belongToAnyOf(java.time.Clock.class))
          .because("take lat.enlace.exchange.port.Clock");

  @ArchTest
  static final ArchRule pureModules_makeNoRandomness =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(assignableTo(RandomGenerator.class))
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .because("take lat.enlace.exchange.port.Randomness, or randomness as an argument");

  @ArchTest
  static final ArchRule pureModules_startNoThreads =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(belongToAnyOf(Thread.class, ThreadLocal.class))
          .orShould()
          .dependOnClassesThat(resideInAnyPackage("java.util.concurrent"))
          .because("threads live at the edge");

  @ArchTest
  static final ArchRule spring_livesInNodeAndWorkbenchOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("lat.enlace.node..", "lat.enlace.workbench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("the framework is an adapter");
}
