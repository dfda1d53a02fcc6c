// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.crypto.SecretKey;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.StoreException;

/// Encrypted rows in named spaces: one writer and one reader, each a connection on a platform
/// thread of its own. Safe to call from any thread; a transaction must not open another one.
public final class SqlDatabase implements AutoCloseable {
  private static final String CANARY_SPACE = "store";
  private static final String CANARY_KEY = "canary";
  private static final String OWN_CANARY_KEY = "canary-own";
  private static final String PROOF_KEY = "writable";
  private static final Bytes CANARY = Bytes.utf8("enlace/store/v1");
  private static final long ADVISORY_LOCK = 0x656e6c616365L;
  private static final int LOCK_PATIENCE_SECONDS = 3;

  private final DatabaseSettings settings;
  private final SameFile file;
  private final SqlThread writer;
  private final SqlThread reader;
  private final WrappingKeys wrapping;
  private final ReentrantLock sweeping = new ReentrantLock();
  private volatile boolean ended = true;

  private SqlDatabase(DatabaseSettings settings, ValueCipher cipher, WrappingKeys wrapping) {
    this.wrapping = wrapping;
    this.settings = settings;
    file = new SameFile(settings.file());
    writer = new SqlThread("store-writer", settings.dialect(), cipher, this::openWriter, file);
    reader =
        new SqlThread("store-reader", settings.dialect(), cipher.another(), this::connect, file);
  }

  /// Opens the database, makes its tables if they are not there, and checks that values open with
  /// `key`.
  ///
  /// @param key of values that last
  /// @param wrapping for the keys of the others
  /// @throws StoreException with code WRONG_KEY, CORRUPT, LOCKED, FULL, UNREACHABLE or FAILED
  public static SqlDatabase open(
      DatabaseSettings settings, SecretKey key, WrappingKeys wrapping, SecureRandom random) {
    SqlDatabase database =
        new SqlDatabase(settings, new ValueCipher(key, wrapping, random), wrapping);
    boolean opened = false;
    try {
      database.writer.transaction(SqlDatabase::checkCanaries, true);
      // A process that was killed may have left transactions that nothing synced. Before anything
      // rests on them a transaction of its own makes all that come before it durable.
      database.proveWritable();
      database.file.remember();
      opened = true;
      return database;
    } finally {
      if (!opened) {
        database.close();
      }
    }
  }

  /// Runs `work` as one transaction: on disk when this returns, undone if it throws.
  public <T> T write(Function<SqlRows, T> work) {
    return writer.transaction(
        rows -> {
          T result = work.apply(rows);
          ended |= rows.takeEnded();
          return result;
        },
        true);
  }

  /// True if a row with a key of its own may have been deleted or set anew since the last sweep
  /// began.
  public boolean hasEnded() {
    return ended;
  }

  /// Runs `work` on a consistent snapshot.
  public <T> T read(Function<SqlRows, T> work) {
    return reader.transaction(work, false);
  }

  /// Ends what was deleted or set anew so far (docs/spec/store.md, "A key for each row").
  public KeySweep sweep() {
    return new KeySweep(this, wrapping);
  }

  /// Held by the one sweep at a time.
  ReentrantLock sweeping() {
    return sweeping;
  }

  /// What ends from now on waits for the next sweep.
  void beginSweep() {
    ended = false;
    wrapping.begin();
  }

  /// @param through whether it came to its end
  void endSweep(boolean through) {
    ended |= !through;
  }

  /// Brings all that was changed to its place, so that the database's log of changes is empty.
  void settle() {
    writer.settle();
  }

  /// Writes one row of its own, to learn whether the database takes writes.
  ///
  /// @throws StoreException if it does not
  public void proveWritable() {
    write(rows -> {
      rows.put(CANARY_SPACE, PROOF_KEY, CANARY);
      return true;
    });
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
  }

  /// One value of either sort.
  private static boolean checkCanaries(SqlRows rows) {
    if (!checkCanary(rows, CANARY_KEY)) {
      rows.put(CANARY_SPACE, CANARY_KEY, CANARY);
    }
    if (!checkCanary(rows, OWN_CANARY_KEY)) {
      rows.putErasable(CANARY_SPACE, OWN_CANARY_KEY, CANARY);
    }
    return true;
  }

  private static boolean checkCanary(SqlRows rows, String key) {
    try {
      return rows.get(CANARY_SPACE, key).isPresent();
    } catch (StoreException e) {
      boolean unopened =
          e.code() == StoreException.Code.CORRUPT && !(e.getCause() instanceof SQLException);
      throw unopened ? new StoreException(StoreException.Code.WRONG_KEY, e) : e;
    }
  }

  private Connection openWriter() throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      if (settings.dialect() == Dialect.POSTGRES) {
        takeAdvisoryLock(statement);
      }
      for (String text : settings.dialect().schema()) {
        statement.execute(text);
      }
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (settings.dialect() == Dialect.POSTGRES) {
      properties.setProperty("user", settings.user());
      properties.setProperty("password", settings.password());
    }
    Connection connection = DriverManager.getConnection(settings.url(), properties);
    try (Statement statement = connection.createStatement()) {
      for (String text : settings.dialect().onConnect()) {
        statement.execute(text);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  /// Held by the session: a second node on the same database finds it taken. The server gives back
  /// the lock of a node that has just stopped only when it notices.
  private static void takeAdvisoryLock(Statement statement) throws SQLException {
    statement.execute("set lock_timeout = '" + LOCK_PATIENCE_SECONDS + "s'");
    statement.execute("select pg_advisory_lock(" + ADVISORY_LOCK + ")");
  }
}
