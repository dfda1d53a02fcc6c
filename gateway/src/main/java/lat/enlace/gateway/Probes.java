// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
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
  private static final Intake UNHEARD = Intake.into(entity -> {});

  private Probes() {}

  /// All questions of {@code part}, in order. Identifiers may repeat: each line is answered.
  ///
  /// @param provenance who asks, as the source of what is stated
  /// @throws GatewayException if any of it cannot be read
  public static List<EntityQuestion> read(Source.Part part, Provenance provenance)
      throws GatewayException {
    return switch (Recognition.kind(part)) {
      case JSON -> lines(part, provenance);
      case CSV -> rows(part, provenance);
      case UN, OFAC_PARTIES, OFAC_ALIASES, OFAC_ADDRESSES, UNKNOWN ->
          throw new GatewayException(
              GatewayException.Code.UNKNOWN_FORMAT, Place.whole(part.name()));
    };
  }

  private static List<EntityQuestion> lines(Source.Part part, Provenance provenance)
      throws GatewayException {
    EntityReader reader = new EntityReader(provenance);
    List<EntityQuestion> questions = new ArrayList<>();
    try (InputStream in = new Opener().open(part)) {
      LineReader lines = new LineReader(in, part.name());
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        questions.add(question(reader, line.get(), lines.place()));
      }
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
    return questions;
  }

  private static EntityQuestion question(EntityReader reader, String line, Place place)
      throws GatewayException {
    try {
      return reader.readQuestion(line);
    } catch (EntityFormatException e) {
      throw new GatewayException(GatewayException.Code.ENTITY, place, e.code().mend());
    }
  }

  private static List<EntityQuestion> rows(Source.Part part, Provenance provenance)
      throws GatewayException {
    List<EntityQuestion> questions = new ArrayList<>();
    try (InputStream in = new Opener().open(part)) {
      CsvReader rows =
          new CsvReader(new TextReader(in, part.name(), Long.MAX_VALUE, UNHEARD), part.name());
      List<String> header = rows.next().orElse(List.of());
      CsvTable table = CsvTable.of(header, rows.place(), UNHEARD);
      for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
        table.check(row.get(), rows.place());
        EntityBuilder known = new EntityBuilder(provenance, rows.place(), UNHEARD);
        table.state(row.get(), known);
        Schema schema = Vocabulary.schema(table.schema(row.get())).orElse(Schema.LEGAL_ENTITY);
        questions.add(question(table.id(row.get()), schema, known, rows.place()));
      }
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
    return questions;
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
