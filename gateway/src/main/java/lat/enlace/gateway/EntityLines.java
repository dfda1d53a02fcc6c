// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import lat.enlace.model.entity.EntityFormatException;
import lat.enlace.model.entity.EntityLine;
import lat.enlace.model.entity.EntityReader;
import lat.enlace.model.entity.Provenance;
import org.jspecify.annotations.Nullable;

/// Reads FollowTheMoney JSON lines.
record EntityLines(Source.Part part, Provenance provenance) implements FormatReader {
  @Override
  public HoldingsFormat format() {
    return HoldingsFormat.FTM_JSON_LINES;
  }

  @Override
  public @Nullable ListClaim read(Opener opener, Intake intake) throws GatewayException {
    EntityReader reader = new EntityReader(provenance);
    try (InputStream in = opener.open(part)) {
      LineReader lines = new LineReader(in, part.name());
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        switch (entity(reader, line.get(), lines.place())) {
          case EntityLine.Known known -> intake.entity(known.entity(), lines.place());
          case EntityLine.Foreign foreign -> intake.foreign(foreign, lines.place());
        }
      }
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
    return null;
  }

  private static EntityLine entity(EntityReader reader, String line, Place place)
      throws GatewayException {
    try {
      return reader.read(line);
    } catch (EntityFormatException e) {
      throw new GatewayException(GatewayException.Code.ENTITY, place, e.code().mend());
    }
  }
}
