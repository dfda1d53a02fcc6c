// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.model.CaseReference;
import lat.enlace.model.Coded;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;

/// What makes an entity the subject of a case: `case`, `offence`, `category`, `stage`
/// (docs/spec/holdings.md). A value of the record itself goes before one given for the whole file.
///
/// @param values by the name of the field; a field that is blank is not there
public record CaseFields(Map<String, String> values) {
  /// The four fields.
  public static final List<String> NAMES = List.of("case", "offence", "category", "stage");

  /// None given for the whole file.
  public static final CaseFields NONE = new CaseFields(Map.of());

  /// Copies what is not blank.
  public CaseFields {
    Map<String, String> given = new HashMap<>();
    values.forEach((name, value) -> {
      if (!value.isBlank()) {
        given.put(name, value.strip());
      }
    });
    values = Map.copyOf(given);
  }

  /// These, and `own` before them.
  CaseFields under(CaseFields own) {
    Map<String, String> merged = new HashMap<>(values);
    merged.putAll(own.values);
    return new CaseFields(merged);
  }

  CaseSubject subject(Entity entity) throws FaultException {
    try {
      return new CaseSubject(
          entity,
          new CaseReference(value("case")),
          new OffenceCode(value("offence")),
          code(SubjectCategory.class, value("category")),
          code(ProceduralStage.class, value("stage")));
    } catch (IllegalArgumentException e) {
      throw new FaultException("has a case or offence that is not in its form");
    }
  }

  private String value(String field) throws FaultException {
    String value = values.get(field);
    if (value == null) {
      throw new FaultException("lacks the field " + field);
    }
    return value;
  }

  private static <E extends Enum<E> & Coded> E code(Class<E> type, String code)
      throws FaultException {
    return Coded.find(type, code)
        .orElseThrow(
            () -> new FaultException("has a code that " + type.getSimpleName() + " lacks"));
  }

  /// What is wrong with a record; never what stands in it.
  static final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultException(String fault) {
      super(fault);
    }
  }
}
