// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.testkit.StoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;
  private final KeptKeys keys = new KeptKeys();
  private SqlDatabase database;

  @BeforeEach
  void open() {
    database = SqlDatabase.open(DatabaseSettings.sqlite(file()), KEY, keys, RANDOM);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Store store() {
    return new SqlStore(database);
  }

  @Override
  protected Store reopened() {
    database.close();
    open();
    return store();
  }

  @Test
  void open_refusesAnotherKey() {
    database.close();
    SecretKey other = new SecretKeySpec(Bytes.utf8("x".repeat(32)).toArray(), "AES");
    assertCode(
        StoreException.Code.WRONG_KEY,
        () -> SqlDatabase.open(DatabaseSettings.sqlite(file()), other, keys, RANDOM));
  }

  @Test
  void open_syncsWhatAKilledProcessLeftBeforeAnythingRestsOnIt() throws IOException {
    store()
        .write(rows -> {
          rows.put(Space.META, "k", Bytes.utf8("written"));
          return true;
        });
    Path left = Files.createDirectory(folder.resolve("left")).resolve("db.sqlite");
    Path log = left.resolveSibling("db.sqlite-wal");
    Files.copy(file(), left);
    Files.copy(file().resolveSibling(file().getFileName() + "-wal"), log);
    long before = Files.size(log);
    try (SqlDatabase again = SqlDatabase.open(DatabaseSettings.sqlite(left), KEY, keys, RANDOM)) {
      assertThat(Files.size(log)).as("one transaction more, synced").isGreaterThan(before);
      assertThat(new SqlStore(again).<Optional<Bytes>>read(rows -> rows.get(Space.META, "k")))
          .contains(Bytes.utf8("written"));
    }
  }

  @Test
  void open_refusesWhatIsNoDatabase() throws IOException {
    Path other = folder.resolve("other.sqlite");
    Files.writeString(other, "this is not a database, however long it is ".repeat(200));
    assertCode(
        StoreException.Code.CORRUPT,
        () -> SqlDatabase.open(DatabaseSettings.sqlite(other), KEY, keys, RANDOM));
  }

  @Test
  void open_saysThatTheFolderIsMissing() {
    Path missing = folder.resolve("missing").resolve("db.sqlite");
    assertThatThrownBy(() -> SqlDatabase.open(DatabaseSettings.sqlite(missing), KEY, keys, RANDOM))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void values_areNotReadableOnDisk() throws IOException {
    String secret = "Ana Ejemplo was asked about";
    put(store(), "row", Bytes.utf8(secret));
    database.close();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path path : files) {
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
            .doesNotContain("Ana Ejemplo");
      }
    }
  }

  @Test
  void get_findsAValueMovedToAnotherRow() throws SQLException {
    put(store(), "one", Bytes.utf8("one"));
    put(store(), "two", Bytes.utf8("two"));
    tamper(
        "update entry set value = (select value from entry where key = x'6f6e65') where key = x'74776f'");
    assertCode(StoreException.Code.CORRUPT, () -> get(store(), "two"));
    assertThat(get(store(), "one")).contains(Bytes.utf8("one"));
  }

  @Test
  void get_findsAChangedValue() throws SQLException {
    put(store(), "one", Bytes.utf8("one"));
    tamper("update entry set value = cast(value || x'00' as blob) where key = x'6f6e65'");
    assertCode(StoreException.Code.CORRUPT, () -> get(store(), "one"));
  }

  @Test
  void read_findsADamagedFile() throws IOException {
    for (int i = 0; i < 200; i++) {
      put(store(), "row" + i, Bytes.copyOf(new byte[2000]));
    }
    database.close();
    try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
      for (long at = 4096; at < raw.length(); at += 4096) {
        raw.seek(at);
        raw.write(new byte[64]);
      }
    }
    assertCode(StoreException.Code.CORRUPT, this::open);
    database =
        SqlDatabase.open(
            DatabaseSettings.sqlite(folder.resolve("fresh.sqlite")), KEY, keys, RANDOM);
  }

  @Test
  void write_isTypedAndUndoneWhenTheMediumIsFull() {
    database.close();
    DatabaseSettings plenty = DatabaseSettings.sqlite(file());
    DatabaseSettings little =
        new DatabaseSettings(Dialect.SQLITE, plenty.url() + "&max_page_count=40", "", "");
    database = SqlDatabase.open(little, KEY, keys, RANDOM);
    put(store(), "before", Bytes.utf8("kept"));
    assertCode(
        StoreException.Code.FULL, () -> put(store(), "large", Bytes.copyOf(new byte[1 << 20])));
    assertThat(get(store(), "large")).isEmpty();
    assertThat(get(store(), "before")).contains(Bytes.utf8("kept"));
  }

  @Test
  void write_isTypedWhenAnotherProcessHoldsTheDatabase() throws SQLException {
    database.close();
    DatabaseSettings patient = DatabaseSettings.sqlite(file());
    String url = patient.url().replace("busy_timeout=15000", "busy_timeout=50");
    database =
        SqlDatabase.open(new DatabaseSettings(Dialect.SQLITE, url, "", ""), KEY, keys, RANDOM);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.execute("begin exclusive");
      assertCode(StoreException.Code.LOCKED, () -> put(store(), "a", Bytes.utf8("a")));
      statement.execute("rollback");
    }
    put(store(), "a", Bytes.utf8("a"));
    assertThat(get(store(), "a")).contains(Bytes.utf8("a"));
  }

  @Test
  void write_keepsItsResultWhenTheCallerIsInterrupted() {
    Thread.currentThread().interrupt();
    put(store(), "a", Bytes.utf8("a"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(get(store(), "a")).contains(Bytes.utf8("a"));
  }

  @Test
  void transactions_runOnPlatformThreads() throws InterruptedException {
    boolean[] virtual = {true, true};
    Thread.ofVirtual()
        .start(() -> {
          virtual[0] = store().write(t -> Thread.currentThread().isVirtual());
          virtual[1] = store().read(v -> Thread.currentThread().isVirtual());
        })
        .join();
    assertThat(virtual).containsExactly(false, false);
  }

  private Path file() {
    return folder.resolve("db.sqlite");
  }

  private void tamper(String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static void put(Store store, String key, Bytes value) {
    store.write(t -> {
      t.put(Space.ASKED, key, value);
      return true;
    });
  }

  private static Optional<Bytes> get(Store store, String key) {
    return store.read(v -> v.get(Space.ASKED, key));
  }

  private static void assertCode(StoreException.Code code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
