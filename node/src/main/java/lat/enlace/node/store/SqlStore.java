// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;

/// The core's store on the node's database.
public final class SqlStore implements Store {
  private final SqlDatabase database;

  /// On `database`, which the caller closes.
  public SqlStore(SqlDatabase database) {
    this.database = database;
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return database.write(rows -> work.apply(new Spaces(rows)));
  }

  @Override
  public <T> T read(Function<View, T> work) {
    return database.read(rows -> work.apply(new Spaces(rows)));
  }

  private record Spaces(SqlRows rows) implements Transaction {
    @Override
    public Optional<Bytes> get(Space space, String key) {
      return rows.get(space.code(), key);
    }

    @Override
    public List<Row> scan(Space space, String prefix, String after, int limit) {
      return rows.scan(space.code(), prefix, after, limit);
    }

    @Override
    public void put(Space space, String key, Bytes value) {
      if (space.erasable()) {
        rows.putErasable(space.code(), key, value);
      } else {
        rows.put(space.code(), key, value);
      }
    }

    @Override
    public void delete(Space space, String key) {
      rows.delete(space.code(), key);
    }
  }
}
