// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A CSV file row by row (RFC 4180), for commands that add columns and pass the others through.
/// Every row given has as many cells as the header: those that a spreadsheet left out at its end
/// are empty.
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
  /// @throws GatewayException naming the line, if it is malformed or has more cells than the header
  public Optional<List<String>> next() throws GatewayException {
    return rows.next(header.size(), heard);
  }

  /// What a reader should know of what was read so far, with its place: bytes that are not UTF-8,
  /// rows that end early.
  public List<ImportWarning> warnings() {
    return heard.warnings();
  }

  /// Where the row last given begins, in words.
  public String place() {
    return rows.place().text();
  }

  /// A row as a line, quoted where needed, with the line end of the file.
  public String line(List<String> cells) {
    return cells.stream().map(CsvRows::quoted).collect(Collectors.joining(",")) + rows.lineEnd();
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
