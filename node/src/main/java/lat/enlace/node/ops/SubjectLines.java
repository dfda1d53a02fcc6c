// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.EntityId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.EntityFormatException;
import lat.enlace.model.entity.EntityLine;
import lat.enlace.model.entity.EntityReader;
import lat.enlace.model.entity.Provenance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Case subjects as JSON lines (docs/spec/holdings.md): a FollowTheMoney entity with four fields
/// beside `properties`: `case`, `offence`, `category`, `stage`.
final class SubjectLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EntityReader reader;

  private SubjectLines(EntityReader reader) {
    this.reader = reader;
  }

  /// All subjects of a file.
  ///
  /// @param source who states the values
  /// @throws LineException that names the first line that is wrong, and why
  static List<CaseSubject> read(String text, String source, Instant now) throws LineException {
    SubjectLines lines = new SubjectLines(new EntityReader(Provenance.record(source, now)));
    List<CaseSubject> subjects = new ArrayList<>();
    Set<EntityId> seen = new HashSet<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      CaseSubject subject = lines.subject(line, number);
      if (!seen.add(subject.entity().id())) {
        throw new LineException(number, "has an id that occurred before");
      }
      subjects.add(subject);
    }
    if (subjects.isEmpty()) {
      throw new LineException(number, "is the last line, and there is no subject");
    }
    return List.copyOf(subjects);
  }

  private CaseSubject subject(String line, int number) throws LineException {
    try {
      if (!(reader.read(line) instanceof EntityLine.Known(var entity))) {
        throw new LineException(number, "has a schema that is not searched");
      }
      JsonNode json = JSON.readTree(line);
      return new CaseSubject(
          entity,
          new CaseReference(text(json, "case", number)),
          new OffenceCode(text(json, "offence", number)),
          code(SubjectCategory.class, text(json, "category", number), number),
          code(ProceduralStage.class, text(json, "stage", number), number));
    } catch (EntityFormatException e) {
      throw new LineException(number, e.code().mend());
    } catch (JacksonException e) {
      throw new LineException(number, "is not JSON");
    } catch (IllegalArgumentException e) {
      throw new LineException(number, "has a case or offence that is not in its form");
    }
  }

  private static String text(JsonNode json, String field, int number) throws LineException {
    JsonNode value = json.get(field);
    if (value == null || !value.isString()) {
      throw new LineException(number, "lacks the field " + field);
    }
    return value.asString();
  }

  private static <E extends Enum<E> & Coded> E code(Class<E> type, String code, int number)
      throws LineException {
    return Coded.find(type, code)
        .orElseThrow(
            () -> new LineException(number, "has a code that " + type.getSimpleName() + " lacks"));
  }

  /// A line is wrong. Names the line and the fault, never what stands there.
  static final class LineException extends Exception {
    private static final long serialVersionUID = 1L;

    LineException(int line, String fault) {
      super("line " + line + " " + fault);
    }
  }
}
