// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.EntityFormatException;
import lat.enlace.model.entity.EntityLine;
import lat.enlace.model.entity.EntityReader;
import lat.enlace.model.entity.Provenance;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Case subjects as JSON lines (docs/spec/holdings.md): a FollowTheMoney entity with {@link
/// CaseFields} beside `properties`. An entity of a schema that is not searched is left out, and
/// said so.
final class SubjectLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EntityReader reader;
  private final CaseFields ofFile;
  private final List<CaseSubject> subjects = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Set<EntityId> seen = new HashSet<>();

  private SubjectLines(EntityReader reader, CaseFields ofFile) {
    this.reader = reader;
    this.ofFile = ofFile;
  }

  /// All subjects of a file.
  ///
  /// @param source who states the values
  /// @param ofFile the case fields of records that do not say their own
  /// @throws LineException that names the first line that is wrong, and why
  static Subjects read(String text, String source, Instant now, CaseFields ofFile)
      throws LineException {
    SubjectLines lines = new SubjectLines(new EntityReader(Provenance.record(source, now)), ofFile);
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.take(line, number);
      }
    }
    if (lines.subjects.isEmpty()) {
      throw new LineException("line " + number + " is the last line, and there is no subject");
    }
    return new Subjects(lines.subjects, lines.warnings);
  }

  private void take(String line, int number) throws LineException {
    String place = "line " + number + " ";
    try {
      if (!(reader.read(line) instanceof EntityLine.Known(Entity entity))) {
        warnings.add(place + "has a schema that is not searched; left out");
        return;
      }
      if (!seen.add(entity.id())) {
        throw new LineException(place + "has an id that occurred before");
      }
      subjects.add(ofFile.under(own(JSON.readTree(line))).subject(entity));
    } catch (EntityFormatException e) {
      throw new LineException(place + e.code().mend());
    } catch (JacksonException e) {
      throw new LineException(place + "is not JSON");
    } catch (CaseFields.FaultException e) {
      throw new LineException(place + e.getMessage());
    }
  }

  private static CaseFields own(JsonNode line) throws CaseFields.FaultException {
    Map<String, String> values = new HashMap<>();
    for (String name : CaseFields.NAMES) {
      JsonNode value = line.get(name);
      if (value != null && !value.isString()) {
        throw new CaseFields.FaultException("has a field " + name + " that is no text");
      }
      if (value != null) {
        values.put(name, value.asString());
      }
    }
    return new CaseFields(values);
  }

  /// The subjects of a file, and what was read with doubt.
  record Subjects(List<CaseSubject> subjects, List<String> warnings) {
    Subjects {
      subjects = List.copyOf(subjects);
      warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
      return "Subjects[" + subjects.size() + "]";
    }
  }

  /// A line is wrong. Names the line and the fault, never what stands there.
  static final class LineException extends Exception {
    private static final long serialVersionUID = 1L;

    LineException(String fault) {
      super(fault);
    }
  }
}
