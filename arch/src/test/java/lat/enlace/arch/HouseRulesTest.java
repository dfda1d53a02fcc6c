// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.arch;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.PersonalData;

/// Names, errors, values and personal data.
@AnalyzeClasses(packages = "lat.enlace", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  private static final Set<String> PLAIN_ERRORS =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.Error");

  @ArchTest
  static final ArchRule names_saySomething =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Service)")
          .because("name the thing after its part in the domain");

  @ArchTest
  static final ArchRule packages_areNamedAfterTheDomain =
      noClasses()
          .should()
          .resideInAnyPackage("..service..", "..impl..", "..dto..", "..util..", "..common..")
          .because("folders are parts of the domain");

  @ArchTest
  static final ArchRule optional_isAReturnTypeOnly =
      fields()
          .should()
          .notHaveRawType(Optional.class)
          .because("say with a sealed type or a list of none or one what absence means");

  @ArchTest
  static final ArchRule records_holdNoArrays =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .areRecords()
          .and()
          .areNotStatic()
          .should(notBeArrays())
          .because("use Bytes or List: arrays break value equality");

  @ArchTest
  static final ArchRule verifying_neverAnswersWithABoolean =
      noMethods()
          .that()
          .haveNameStartingWith("verify")
          .and()
          .arePublic()
          .should()
          .haveRawReturnType(boolean.class)
          .because("return a type that proves it, or throw: a boolean can be forgotten");

  @ArchTest
  static final ArchRule accessors_haveNoGet =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              "lat.enlace.model..",
              "lat.enlace.ledger..",
              "lat.enlace.note..",
              "lat.enlace.wire..",
              "lat.enlace.instrument..",
              "lat.enlace.matching..")
          .and()
          .arePublic()
          .should()
          .haveNameNotMatching("get[A-Z].*")
          .because("records name their components");

  @ArchTest
  static final ArchRule personalData_isNeverPrinted =
      classes()
          .that()
          .areAnnotatedWith(PersonalData.class)
          .should(writeTheirOwnToString())
          .because("the generated text of a record would show the person (I3)");

  @ArchTest
  static final ArchRule errors_areTyped =
      noClasses()
          .should()
          .callConstructorWhere(
              DescribedPredicate.describe(
                  "a plain exception is made",
                  call ->
                      PLAIN_ERRORS.contains(call.getTargetOwner().getName())
                          && !call.getOriginOwner().isAssignableTo(Throwable.class)))
          .because("an error has a type and a code");

  private static ArchCondition<JavaField> notBeArrays() {
    return not(
        new ArchCondition<JavaField>("be arrays") {
          @Override
          public void check(JavaField field, ConditionEvents events) {
            events.add(
                new SimpleConditionEvent(
                    field, field.getRawType().isArray(), field.getFullName() + " is an array"));
          }
        });
  }

  private static ArchCondition<JavaClass> writeTheirOwnToString() {
    return new ArchCondition<>("write their own toString") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean own = type.isInterface() || GeneratedMethods.writesItsOwnToString(type.reflect());
        events.add(
            new SimpleConditionEvent(
                type, own, type.getName() + " relies on a generated toString"));
      }
    };
  }
}
