// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lat.enlace.model.entity.EntityQuestion;

/// An open file of questions, read one by one in its order ({@link Probes}).
public final class Questions implements AutoCloseable {
  private final InputStream in;
  private final String part;
  private final Census heard;
  private final Rows rows;

  /// Reads the next question of one format.
  @FunctionalInterface
  interface Rows {
    Optional<EntityQuestion> next() throws IOException, GatewayException;
  }

  Questions(InputStream in, String part, Census heard, Rows rows) {
    this.in = in;
    this.part = part;
    this.heard = heard;
    this.rows = rows;
  }

  /// The next question; empty at the end.
  ///
  /// @throws GatewayException naming the line, if it cannot be read
  public Optional<EntityQuestion> next() throws GatewayException {
    try {
      return rows.next();
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part);
    }
  }

  /// What a reader should know of what was read so far, the first of each kind.
  public List<ImportWarning> warnings() {
    return heard.warnings();
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
