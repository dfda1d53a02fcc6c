// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.model.entity.EntityFormatException;
import lat.enlace.model.entity.EntityQuestion;
import lat.enlace.model.entity.EntityReader;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;

/// Reads files of questions: CSV or JSON lines, told apart by content (docs/spec/import.md).
///
/// More lenient than {@link Holdings}: everything but the identifier may be missing, columns and
/// keys that are not known are passed over, a schema that is not known counts as not said.
public final class Probes {
  private Probes() {}

  /// All questions of {@code part}, in order. Identifiers may repeat: each line is answered.
  ///
  /// @param provenance who asks, as the source of what is stated
  /// @throws GatewayException if any of it cannot be read
  public static List<EntityQuestion> read(Source.Part part, Provenance provenance)
      throws GatewayException {
    List<EntityQuestion> questions = new ArrayList<>();
    try (Questions open = open(part, provenance)) {
      for (Optional<EntityQuestion> next = open.next(); next.isPresent(); next = open.next()) {
        questions.add(next.get());
      }
    }
    return questions;
  }

  /// The questions of {@code part} one by one, for files that do not fit into memory.
  ///
  /// @param provenance who asks, as the source of what is stated
  /// @throws GatewayException if it is no file of questions
  public static Questions open(Source.Part part, Provenance provenance) throws GatewayException {
    return switch (Recognition.kind(part)) {
      case JSON -> lines(part, provenance);
      case CSV -> rows(part, provenance);
      case UN, OFAC_PARTIES, OFAC_ALIASES, OFAC_ADDRESSES, UNKNOWN ->
          throw new GatewayException(
              GatewayException.Code.UNKNOWN_FORMAT, Place.whole(part.name()));
    };
  }

  private static Questions lines(Source.Part part, Provenance provenance) throws GatewayException {
    EntityReader reader = new EntityReader(provenance);
    InputStream in = new Opener().open(part);
    LineReader lines = new LineReader(in, part.name());
    return new Questions(
        in,
        part.name(),
        new Census(),
        () -> {
          Optional<String> line = lines.next();
          return line.isEmpty()
              ? Optional.empty()
              : Optional.of(question(reader, line.get(), lines.place()));
        });
  }

  private static EntityQuestion question(EntityReader reader, String line, Place place)
      throws GatewayException {
    try {
      return reader.readQuestion(line);
    } catch (EntityFormatException e) {
      throw new GatewayException(GatewayException.Code.ENTITY, place, e.code().mend());
    }
  }

  private static Questions rows(Source.Part part, Provenance provenance) throws GatewayException {
    InputStream in = new Opener().open(part);
    Census heard = new Census();
    CsvReader rows =
        new CsvReader(new TextReader(in, part.name(), Long.MAX_VALUE, heard), part.name());
    List<String> header = rows.next().orElse(List.of());
    // A column that is no property is passed over without a word.
    CsvTable table = CsvTable.of(header, rows.place(), Intake.into(entity -> {}));
    return new Questions(
        in,
        part.name(),
        heard,
        () -> {
          Optional<List<String>> row = rows.next(header.size(), heard);
          return row.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  question(
                      table,
                      row.get(),
                      new EntityBuilder(provenance, rows.place(), heard),
                      rows.place()));
        });
  }

  private static EntityQuestion question(
      CsvTable table, List<String> row, EntityBuilder known, Place place) throws GatewayException {
    table.state(row, known);
    Schema schema = Vocabulary.schema(table.schema(row)).orElse(Schema.LEGAL_ENTITY);
    return question(table.id(row), schema, known, place);
  }

  private static EntityQuestion question(String id, Schema schema, EntityBuilder known, Place place)
      throws GatewayException {
    if (id.isEmpty()) {
      throw new GatewayException(GatewayException.Code.MISSING_ID, place);
    }
    if (id.length() > EntityQuestion.MAX_ID_LENGTH) {
      throw new GatewayException(GatewayException.Code.TOO_LONG, place);
    }
    return new EntityQuestion(id, schema, known.statements().stream().toList());
  }
}
