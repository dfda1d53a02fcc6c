// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static lat.enlace.gateway.GatewayException.Code.MALFORMED;
import static lat.enlace.gateway.GatewayException.Code.ROW_WIDTH;
import static lat.enlace.gateway.GatewayException.Code.TOO_LONG;
import static lat.enlace.gateway.GatewayException.Code.TRUNCATED;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Reads comma-separated values (RFC 4180): quoted cells may hold commas, doubled quotes and line
/// breaks; lines end in LF or CRLF. Lines without anything are passed over. A quote inside an
/// unquoted cell stands for itself; anything between a closing quote and the next comma is refused,
/// blanks excepted.
final class CsvReader {
  /// Ends the files of some old exports; no part of the text.
  static final int END_OF_FILE = 0x1a;

  private static final int MAX_ROW = 1 << 20;
  private static final int MAX_CELLS = 1000;
  private static final int END = -1;
  private static final int BUFFER = 1 << 13;

  private final Reader in;
  private final String part;
  private final char[] buffer = new char[BUFFER];
  private int at;
  private int end;
  private final StringBuilder cell = new StringBuilder();
  private long line = 1;
  private long rowLine = 1;
  private int rowLength;
  private int ahead;
  private String lineEnd = "";

  CsvReader(Reader text, String part) throws GatewayException {
    this.in = text;
    this.part = part;
    advance();
  }

  /// The next row with anything in it, or empty at the end.
  Optional<List<String>> next() throws GatewayException {
    while (ahead != END) {
      rowLine = line;
      rowLength = 0;
      List<String> row = row();
      if (row.size() > 1 || !row.getFirst().isEmpty()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /// The next row as wide as the header: cells that a spreadsheet left out at its end are empty,
  /// and the reader of the file hears of it.
  Optional<List<String>> next(int width, Census heard) throws GatewayException {
    Optional<List<String>> row = next();
    int missing = width - row.map(List::size).orElse(width);
    if (missing < 0) {
      throw new GatewayException(ROW_WIDTH, place());
    }
    if (missing > 0) {
      heard.warn(ImportWarning.Code.SHORT_ROW, place());
      row.orElseThrow().addAll(Collections.nCopies(missing, ""));
    }
    return row;
  }

  /// Where the row last given begins.
  Place place() {
    return Place.line(part, rowLine);
  }

  private List<String> row() throws GatewayException {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(ahead == '"' ? quoted() : bare());
      if (cells.size() > MAX_CELLS) {
        throw new GatewayException(TOO_LONG, place());
      }
      if (ahead != ',') {
        endOfLine();
        return cells;
      }
      advance();
    }
  }

  private String bare() throws GatewayException {
    cell.setLength(0);
    while (ahead != END && ahead != ',' && ahead != '\n' && ahead != '\r') {
      take();
    }
    return cell.toString();
  }

  private String quoted() throws GatewayException {
    cell.setLength(0);
    advance();
    while (true) {
      if (ahead == END) {
        throw new GatewayException(TRUNCATED, place(), "a quote is not closed");
      }
      if (ahead == '"') {
        advance();
        if (ahead != '"') {
          break;
        }
      }
      take();
    }
    while (ahead == ' ') {
      advance();
    }
    if (ahead != END && ahead != ',' && ahead != '\n' && ahead != '\r') {
      throw new GatewayException(MALFORMED, place(), "text after a closing quote");
    }
    return cell.toString();
  }

  /// How the first line ends; LF until one has ended.
  String lineEnd() {
    return lineEnd.isEmpty() ? "\n" : lineEnd;
  }

  private void endOfLine() throws GatewayException {
    String found = "";
    if (ahead == '\r') {
      found = "\r";
      advance();
    }
    if (ahead == '\n') {
      found += "\n";
      advance();
    }
    lineEnd = lineEnd.isEmpty() ? found : lineEnd;
  }

  private void take() throws GatewayException {
    cell.append((char) ahead);
    advance();
  }

  private void advance() throws GatewayException {
    if (ahead == '\n') {
      line++;
    }
    rowLength++;
    if (rowLength > MAX_ROW) {
      throw new GatewayException(TOO_LONG, place());
    }
    try {
      ahead = read();
      if (ahead == END_OF_FILE) {
        close();
      }
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part);
    }
  }

  /// After the mark that ends a file only the end of its line may follow.
  private void close() throws IOException, GatewayException {
    ahead = read();
    while (ahead == '\r' || ahead == '\n') {
      ahead = read();
    }
    if (ahead != END) {
      throw new GatewayException(GatewayException.Code.CONTROL_CHARACTER, place());
    }
  }

  private int read() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, BUFFER));
    }
    return at == end ? END : buffer[at++];
  }
}
