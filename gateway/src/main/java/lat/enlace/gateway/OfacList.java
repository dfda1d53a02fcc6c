// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.gateway.Recognition.Kind;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Provenance;
import org.jspecify.annotations.Nullable;

/// Reads OFAC's list of specially designated nationals in the legacy comma-separated form: parties
/// (sdn.csv), and where they are there aliases (alt.csv) and addresses (add.csv). The files carry
/// no date, so the claims are dated as the caller says.
///
/// @param parts the recognised files
/// @param others files beside them, named in the report and not read
record OfacList(Map<Kind, Source.Part> parts, List<Source.Part> others, Provenance provenance)
    implements FormatReader {
  private static final String NAME = "OFAC Specially Designated Nationals List";
  private static final Set<String> NOTHING = Set.of("-0-", "None Identified", "undetermined");
  private static final long MAX_BYTES = 256L << 20;

  /// A row of one of the files, and where it stood.
  @PersonalData
  record Row(List<String> cells, Place place) {
    @Override
    public String toString() {
      return "Row[" + place.text() + "]";
    }
  }

  OfacList {
    parts = Map.copyOf(parts);
    others = List.copyOf(others);
  }

  @Override
  public HoldingsFormat format() {
    return HoldingsFormat.OFAC_CSV;
  }

  @Override
  public @Nullable ListClaim read(Opener opener, Intake intake) throws GatewayException {
    for (Source.Part other : others) {
      intake.warn(ImportWarning.Code.UNUSED_PART, Place.whole(other.name()));
    }
    Map<String, List<Row>> aliases = beside(Kind.OFAC_ALIASES, opener, intake);
    Map<String, List<Row>> addresses = beside(Kind.OFAC_ADDRESSES, opener, intake);
    OfacParty party =
        new OfacParty(Provenance.claim(NAME, provenance.since()), aliases, addresses, intake);
    Set<String> known = new HashSet<>();
    for (Row row : rows(Kind.OFAC_PARTIES, opener, intake)) {
      known.add(row.cells().getFirst());
      intake.entity(party.entity(row), row.place());
    }
    orphans(aliases, known, intake);
    orphans(addresses, known, intake);
    return new ListClaim(NAME, null);
  }

  private Map<String, List<Row>> beside(Kind kind, Opener opener, Intake intake)
      throws GatewayException {
    Map<String, List<Row>> byParty = new HashMap<>();
    for (Row row : rows(kind, opener, intake)) {
      byParty.computeIfAbsent(row.cells().getFirst(), id -> new ArrayList<>()).add(row);
    }
    return byParty;
  }

  private List<Row> rows(Kind kind, Opener opener, Intake intake) throws GatewayException {
    Source.Part part = parts.get(kind);
    if (part == null) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    try (InputStream in = opener.open(part)) {
      CsvReader csv =
          new CsvReader(new TextReader(in, part.name(), MAX_BYTES, intake), part.name());
      int width = 0;
      for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
        List<String> cells = row.get().stream().map(OfacList::cell).toList();
        width = width == 0 ? cells.size() : width;
        if (cells.size() != width) {
          throw new GatewayException(GatewayException.Code.ROW_WIDTH, csv.place());
        }
        rows.add(new Row(cells, csv.place()));
      }
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
    return rows;
  }

  /// The files write "nothing" as {@code -0-}, and in words where a vessel flies no known flag.
  private static String cell(String cell) {
    String plain = EntityBuilder.plain(cell);
    return NOTHING.contains(plain) ? "" : plain;
  }

  private static void orphans(Map<String, List<Row>> rows, Set<String> known, Intake intake) {
    rows.forEach((id, beside) -> {
      if (!known.contains(id)) {
        beside.forEach(row -> intake.warn(ImportWarning.Code.ORPHAN, row.place()));
      }
    });
  }
}
