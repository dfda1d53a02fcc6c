// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.gateway.CsvRows;
import lat.enlace.gateway.GatewayException;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.ImportReport;
import lat.enlace.gateway.ImportWarning;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Provenance;

/// Case subjects as CSV: the columns of any CSV holding (docs/spec/import.md), and four more for
/// {@link CaseFields}.
final class SubjectRows {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<String, CaseFields> own = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final StringBuilder holding = new StringBuilder();
  private final List<ImportWarning> warnings = new ArrayList<>();

  private SubjectRows() {}

  /// All subjects of a file.
  ///
  /// @param ofFile the case fields of rows that do not say their own
  /// @throws GatewayException if the CSV is refused
  /// @throws SubjectLines.LineException that names the first row that is no subject, and why
  static SubjectLines.Subjects read(Bytes file, Provenance provenance, CaseFields ofFile)
      throws GatewayException, SubjectLines.LineException {
    SubjectRows rows = new SubjectRows();
    rows.split(file);
    List<Entity> entities = new ArrayList<>();
    ImportReport report =
        Holdings.read(
            new OneFile("file", Bytes.utf8(rows.holding.toString())), provenance, entities::add);
    List<CaseSubject> subjects = new ArrayList<>();
    for (Entity entity : entities) {
      subjects.add(rows.subject(entity, ofFile));
    }
    rows.warnings.addAll(report.warnings());
    return new SubjectLines.Subjects(
        subjects, rows.warnings.stream().map(ImportWarning::text).toList());
  }

  /// Takes the case fields out of every row and keeps the rest, line for line.
  private void split(Bytes file) throws GatewayException {
    try (CsvRows rows = CsvRows.open(new OneFile("file", file))) {
      List<String> header = rows.header().stream().map(SubjectRows::column).toList();
      int id = header.indexOf("id");
      holding.append(rows.line(without(header, rows.header())));
      for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
        List<String> cells = row.get();
        Map<String, String> values = new HashMap<>();
        for (String name : CaseFields.NAMES) {
          if (header.contains(name)) {
            values.put(name, cells.get(header.indexOf(name)));
          }
        }
        if (id >= 0) {
          own.put(cells.get(id).strip(), new CaseFields(values));
          places.put(cells.get(id).strip(), rows.place());
        }
        holding.append(rows.line(without(header, cells)));
      }
      warnings.addAll(rows.warnings());
    }
  }

  private CaseSubject subject(Entity entity, CaseFields ofFile) throws SubjectLines.LineException {
    String id = entity.id().value();
    try {
      return ofFile.under(own.getOrDefault(id, CaseFields.NONE)).subject(entity);
    } catch (CaseFields.FaultException e) {
      throw new SubjectLines.LineException(places.getOrDefault(id, "a row") + " " + e.getMessage());
    }
  }

  private static String column(String name) {
    return name.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT);
  }

  private static List<String> without(List<String> header, List<String> cells) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (!CaseFields.NAMES.contains(header.get(i))) {
        kept.add(cells.get(i));
      }
    }
    return kept;
  }
}
