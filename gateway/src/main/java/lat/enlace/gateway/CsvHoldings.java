// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;
import org.jspecify.annotations.Nullable;

/// Reads holdings in CSV: one entity a row.
record CsvHoldings(Source.Part part, Provenance provenance) implements FormatReader {
  @Override
  public HoldingsFormat format() {
    return HoldingsFormat.CSV;
  }

  @Override
  public @Nullable ListClaim read(Opener opener, Intake intake) throws GatewayException {
    try (InputStream in = opener.open(part)) {
      CsvReader rows =
          new CsvReader(new TextReader(in, part.name(), Long.MAX_VALUE, intake), part.name());
      Optional<List<String>> header = rows.next();
      if (header.isEmpty()) {
        throw new GatewayException(GatewayException.Code.EMPTY, Place.whole(part.name()));
      }
      CsvTable table = CsvTable.of(header.get(), rows.place(), intake);
      for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
        table.check(row.get(), rows.place());
        EntityBuilder entity = new EntityBuilder(provenance, rows.place(), intake);
        table.state(row.get(), entity);
        Optional<Schema> schema = schema(table.schema(row.get()));
        if (schema.isPresent()) {
          intake.entity(entity.build(table.id(row.get()), schema.get()), rows.place());
        } else {
          intake.foreign(table.foreign(row.get()), rows.place());
        }
      }
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
    return null;
  }

  private static Optional<Schema> schema(String cell) {
    return cell.isEmpty() ? Optional.of(Schema.LEGAL_ENTITY) : Vocabulary.schema(cell);
  }
}
