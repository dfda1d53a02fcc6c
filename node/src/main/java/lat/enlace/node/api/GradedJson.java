// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.PersonalData;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.jspecify.annotations.Nullable;

/// What an officer gives, statement by statement, each with its own grading and source.
///
/// @param statements at least one
@PersonalData
record GradedJson(@Nullable String schema, @Nullable List<@Nullable Stated> statements) {
  private static final int GRADING = 2;

  /// One statement.
  ///
  /// @param kind {@code fact} if left out
  /// @param grading two codes, for instance {@code B2}; {@code X4} if left out
  /// @param source who says so: an agency or a register
  /// @param since when it first said so; now if left out
  @PersonalData
  record Stated(
      @Nullable String property,
      @Nullable String value,
      @Nullable String kind,
      @Nullable String grading,
      @Nullable String source,
      @Nullable Instant since) {
    Statement toStatement(Instant now) throws ApiException {
      Property named = Given.as(Property::new, property, "statements.property");
      StatementKind said =
          kind == null
              ? StatementKind.FACT
              : Given.code(StatementKind.class, kind, "statements.kind");
      try {
        return new Statement(
            named,
            Given.text(value, "statements.value").strip(),
            said,
            grading(grading),
            Given.text(source, "statements.source").strip(),
            since == null ? now : since);
      } catch (IllegalArgumentException e) {
        throw new ApiException("statements.value");
      }
    }

    private static Grading grading(@Nullable String code) throws ApiException {
      if (code == null) {
        return Grading.UNASSESSED;
      }
      if (code.length() != GRADING) {
        throw new ApiException("statements.grading");
      }
      return new Grading(
          Given.code(SourceGrade.class, code.substring(0, 1), "statements.grading"),
          Given.code(InformationGrade.class, code.substring(1), "statements.grading"));
    }

    @Override
    public String toString() {
      return "Stated[]";
    }
  }

  Entity toEntity(Instant now) throws ApiException {
    Schema kind = Given.code(Schema.class, schema, "schema");
    List<Statement> all = new ArrayList<>();
    for (Stated one : Given.list(statements, "statements")) {
      if (one == null) {
        throw new ApiException("statements");
      }
      all.add(one.toStatement(now));
    }
    if (all.isEmpty() || all.size() > Entity.MAX_STATEMENTS) {
      throw new ApiException("statements");
    }
    return new Entity(new EntityId("given"), kind, all);
  }

  @Override
  public String toString() {
    return "GradedJson[]";
  }
}
