// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.EntityLine;
import org.jspecify.annotations.Nullable;

/// The first run over a source: counts, collects warnings and refuses repeated identifiers.
final class Census implements Intake {
  private final Set<String> ids = new HashSet<>();
  private final List<ImportWarning> warnings = new ArrayList<>();
  private final Map<ImportWarning.Code, Long> counts = new EnumMap<>(ImportWarning.Code.class);
  private long read;
  private long setAside;

  @Override
  public void entity(Entity entity, Place place) throws GatewayException {
    unrepeated(entity.id().value(), place);
    read++;
  }

  @Override
  public void foreign(EntityLine.Foreign foreign, Place place) throws GatewayException {
    unrepeated(foreign.id(), place);
    setAside++;
    warn(ImportWarning.Code.FOREIGN_SCHEMA, place);
  }

  @Override
  public void warn(ImportWarning.Code code, Place place) {
    if (counts.merge(code, 1L, Long::sum) <= ImportReport.MAX_WARNINGS) {
      warnings.add(new ImportWarning(code, place));
    }
  }

  List<ImportWarning> warnings() {
    return List.copyOf(warnings);
  }

  ImportReport report(HoldingsFormat format, @Nullable ListClaim list) {
    return new ImportReport(format, list, read, setAside, warnings, counts);
  }

  private void unrepeated(String id, Place place) throws GatewayException {
    if (!ids.add(id)) {
      throw new GatewayException(GatewayException.Code.DUPLICATE_ID, place);
    }
  }
}
