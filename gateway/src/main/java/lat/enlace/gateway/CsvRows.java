// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A CSV file row by row (RFC 4180), for commands that add columns and pass the others through.
/// Every row has as many cells as the header.
public final class CsvRows implements AutoCloseable {
  private final InputStream in;
  private final String part;
  private final CsvReader rows;
  private final List<String> header;
  private final Census heard = new Census();

  private CsvRows(InputStream in, String part) throws GatewayException {
    this.in = in;
    this.part = part;
    this.rows = new CsvReader(new TextReader(in, part, Long.MAX_VALUE, heard), part);
    this.header =
        rows.next()
            .orElseThrow(
                () -> new GatewayException(GatewayException.Code.EMPTY, Place.whole(part)));
  }

  /// Opens {@code part} and reads its header.
  ///
  /// @throws GatewayException if it cannot be read or has nothing in it
  public static CsvRows open(Source.Part part) throws GatewayException {
    try {
      return new CsvRows(part.open(), part.name());
    } catch (IOException e) {
      throw new GatewayException(GatewayException.Code.UNREADABLE, Place.whole(part.name()));
    }
  }

  /// The names of the columns as written.
  public List<String> header() {
    return List.copyOf(header);
  }

  /// The next row; empty at the end.
  ///
  /// @throws GatewayException naming the line, if it is malformed or has another number of cells
  public Optional<List<String>> next() throws GatewayException {
    Optional<List<String>> row = rows.next();
    if (row.isPresent() && row.get().size() != header.size()) {
      throw new GatewayException(GatewayException.Code.ROW_WIDTH, rows.place());
    }
    return row;
  }

  /// What a reader should know of what was read so far: bytes that are not UTF-8, with their place.
  public List<ImportWarning> warnings() {
    return heard.warnings();
  }

  /// Where the row last given begins, in words.
  public String place() {
    return rows.place().text();
  }

  /// A row as a line with its line end, quoted where needed.
  public static String line(List<String> cells) {
    return cells.stream().map(CsvRows::quoted).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && cell.equals(cell.strip());
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws GatewayException {
    try {
      in.close();
    } catch (IOException e) {
      throw new GatewayException(GatewayException.Code.UNREADABLE, Place.whole(part));
    }
  }
}
