// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;
import lat.enlace.wire.WireTime;

/// Entities as lists of statements (docs/spec/dispatch.md, "Entities").
final class EntityForm {
  private EntityForm() {}

  static Entity read(Fields in) throws WireException {
    List<Statement> statements = new ArrayList<>();
    for (Fields statement : in.objects("statements")) {
      statements.add(statement(statement));
    }
    Entity entity =
        new Entity(new EntityId(in.text("id")), in.coded("schema", Schema.class), statements);
    in.finish();
    return entity;
  }

  static List<Entity> readAll(List<Fields> all) throws WireException {
    List<Entity> entities = new ArrayList<>();
    for (Fields in : all) {
      entities.add(read(in));
    }
    return entities;
  }

  private static Statement statement(Fields in) throws WireException {
    Statement statement =
        new Statement(
            new Property(in.text("property")),
            in.text("value"),
            in.coded("kind", StatementKind.class),
            grading(in.text("grading")),
            in.text("source"),
            in.time("since"));
    in.finish();
    return statement;
  }

  /// Two codes of one character each, for instance {@code B2}.
  private static Grading grading(String code) throws WireException {
    if (code.length() != 2) {
      throw new WireException(Code.VALUE_INVALID);
    }
    return new Grading(
        Fields.member(code.substring(0, 1), SourceGrade.class),
        Fields.member(code.substring(1), InformationGrade.class));
  }

  static Json.Obj write(Entity entity) throws WireException {
    List<Json> statements = new ArrayList<>();
    for (Statement statement : entity.statements()) {
      statements.add(
          Json.Obj.empty()
              .with("property", statement.property().name())
              .with("value", statement.value())
              .with("kind", statement.kind().code())
              .with("grading", statement.grading().code())
              .with("source", statement.source())
              .with("since", WireTime.write(statement.since())));
    }
    return Json.Obj.empty()
        .with("id", entity.id().value())
        .with("schema", entity.schema().code())
        .with("statements", new Json.Arr(statements));
  }

  static Json.Arr writeAll(List<Entity> entities) throws WireException {
    List<Json> all = new ArrayList<>();
    for (Entity entity : entities) {
      all.add(write(entity));
    }
    return new Json.Arr(all);
  }
}
