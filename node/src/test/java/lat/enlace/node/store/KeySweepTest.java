// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was erased opens no more for whoever has all that is left: the keys, the database, its log
/// of changes, and a copy of them from before.
class KeySweepTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Bytes ANA = Bytes.utf8("Ana Ejemplo");
  private static final Bytes BEA = Bytes.utf8("Bea Ejemplo");

  private final KeptKeys keys = new KeptKeys();
  @TempDir private Path folder;
  @TempDir private Path dump;
  private SqlDatabase database;

  @BeforeEach
  void open() {
    database = openIn(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void run_endsWhatWasDeletedAlsoInACopyFromBefore() throws Exception {
    put("ana", ANA);
    put("bea", BEA);
    copyFolder();
    delete("ana");
    database.sweep().run();

    assertThat(get(database, "ana")).isEmpty();
    assertThat(get(database, "bea")).contains(BEA);
    try (SqlDatabase copy = anyKeyOf(dump)) {
      assertThatThrownBy(() -> get(copy, "ana")).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void aCopyFromBefore_opensUntilTheSweep() throws Exception {
    put("ana", ANA);
    copyFolder();
    delete("ana");

    try (SqlDatabase copy = openIn(dump)) {
      assertThat(get(copy, "ana")).contains(ANA);
    }
  }

  @Test
  void run_endsWhatWasSetAnew() throws Exception {
    put("ana", ANA);
    copyFolder();
    put("ana", Bytes.EMPTY);
    database.sweep().run();

    assertThat(get(database, "ana")).contains(Bytes.EMPTY);
    try (SqlDatabase copy = anyKeyOf(dump)) {
      assertThatThrownBy(() -> get(copy, "ana")).isInstanceOf(StoreException.class);
    }
  }

  /// Neither the value as it was stored, nor its key as it was wrapped, in any file of the folder.
  @Test
  void run_leavesNoByteOfTheValueOrItsKeyInTheFolder() throws Exception {
    put("bea", BEA);
    put("ana", Bytes.utf8("Ana Ejemplo ".repeat(2000)));
    byte[] value = stored("entry", "value");
    byte[] wrapped = stored("row_key", "wrapped");
    assertThat(everyFile()).contains(text(value, 64)).contains(text(wrapped, wrapped.length));

    delete("ana");
    database.sweep().run();

    assertThat(everyFile())
        .doesNotContain(text(value, 64))
        .doesNotContain(text(wrapped, wrapped.length));
    assertThat(get(database, "bea")).contains(BEA);
  }

  @Test
  void run_leavesOneGeneration() {
    put("ana", ANA);
    database.sweep().run();
    database.sweep().run();

    assertThat(keys.left()).containsOnlyKeys(3);
    assertThat(get(database, "ana")).contains(ANA);
  }

  @Test
  void run_goesThroughMoreThanOneSlice() {
    for (int i = 0; i < 1700; i++) {
      put("row " + i, Bytes.utf8("value " + i));
    }
    database.sweep().run();
    for (int i = 0; i < 1700; i++) {
      assertThat(get(database, "row " + i)).contains(Bytes.utf8("value " + i));
    }
  }

  @Test
  void run_losesNothingThatIsWrittenMeanwhile() throws Exception {
    for (int i = 0; i < 1200; i++) {
      put("old " + i, ANA);
    }
    AtomicBoolean over = new AtomicBoolean();
    Thread officer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; !over.get(); i++) {
                put("new " + i % 50, Bytes.utf8("value " + i));
                assertThat(get(database, "old " + i % 1200)).contains(ANA);
              }
            });
    for (int sweep = 0; sweep < 5; sweep++) {
      database.sweep().run();
    }
    over.set(true);
    officer.join();
    close();
    open();
    for (int i = 0; i < 1200; i++) {
      assertThat(get(database, "old " + i)).contains(ANA);
    }
    assertThat(get(database, "new 0")).isPresent();
  }

  /// As if the process had died between the last slice and the end of the keys.
  @Test
  void run_isFinishedByTheNextOne() {
    put("ana", ANA);
    keys.breakMedium(true);
    assertThatThrownBy(() -> database.sweep().run()).isInstanceOf(StoreException.class);
    assertThat(database.hasEnded()).isTrue();
    assertThat(keys.left()).containsOnlyKeys(1, 2);
    close();
    open();
    assertThat(get(database, "ana")).contains(ANA);

    keys.breakMedium(false);
    database.sweep().run();

    assertThat(keys.left()).containsOnlyKeys(2);
    assertThat(database.hasEnded()).isTrue();
    assertThat(get(database, "ana")).contains(ANA);
  }

  /// One value is lost; what was erased beside it ends all the same.
  @Test
  void run_passesOverAKeyThatIsDamaged() throws Exception {
    put("ana", ANA);
    put("bea", BEA);
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement()) {
      statement.execute("update row_key set wrapped = zeroblob(64) where key = x'616e61'");
    }

    assertThat(database.sweep().run()).isEqualTo(1);

    assertThat(keys.left()).containsOnlyKeys(2);
    assertThat(get(database, "bea")).contains(BEA);
    assertThatThrownBy(() -> get(database, "ana")).isInstanceOf(StoreException.class);
  }

  /// As if it had died between two slices: some keys are wrapped under either generation.
  @Test
  void values_openInTheMiddleOfASweep() {
    put("ana", ANA);
    keys.begin();
    put("bea", BEA);
    close();
    open();
    assertThat(get(database, "ana")).contains(ANA);
    assertThat(get(database, "bea")).contains(BEA);
  }

  @Test
  void hasEnded_tellsWhetherASweepWouldEndAnything() {
    database.sweep().run();
    assertThat(database.hasEnded()).isFalse();
    put("ana", ANA);
    assertThat(database.hasEnded()).isTrue();
    database.sweep().run();
    delete("ana");
    assertThat(database.hasEnded()).isTrue();
  }

  @Test
  void open_refusesADatabaseWhoseKeysAreGone() {
    put("ana", ANA);
    close();
    keys.begin();
    keys.destroyOlder();
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreException.Code.WRONG_KEY));
    keys.begin();
  }

  /// Values of builds that knew no keys of rows: they open, and a sweep gives them one.
  @Test
  void run_givesAKeyToValuesOfAnEarlierBuild() throws Exception {
    database.write(rows -> {
      rows.put(Space.ITEM.code(), "ana", ANA);
      return true;
    });
    assertThat(get(database, "ana")).contains(ANA);
    assertThat(keysOfItems()).isZero();

    database.sweep().run();

    assertThat(get(database, "ana")).contains(ANA);
    assertThat(keysOfItems()).isEqualTo(1);
  }

  @Test
  void get_findsTheKeyOfAnotherRow() throws Exception {
    put("ana", ANA);
    put("bea", BEA);
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update row_key set wrapped = (select wrapped from row_key where key = x'616e61')"
              + " where key = x'626561'");
    }
    assertThatThrownBy(() -> get(database, "bea"))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreException.Code.CORRUPT));
  }

  private SqlDatabase openIn(Path where) {
    return SqlDatabase.open(settings(where), KEY, keys, RANDOM);
  }

  /// Whoever has copied the database passes over what was kept to recognise a wrong key.
  private SqlDatabase anyKeyOf(Path where) throws SQLException {
    try (Connection connection = connect(where);
        Statement statement = connection.createStatement()) {
      statement.execute("delete from entry where space = 'store'");
    }
    return openIn(where);
  }

  private static DatabaseSettings settings(Path where) {
    return DatabaseSettings.sqlite(where.resolve("db.sqlite"));
  }

  private static Connection connect(Path where) throws SQLException {
    return DriverManager.getConnection(settings(where).url());
  }

  private void put(String key, Bytes value) {
    new SqlStore(database)
        .write(t -> {
          t.put(Space.ITEM, key, value);
          return true;
        });
  }

  private void delete(String key) {
    new SqlStore(database)
        .write(t -> {
          t.delete(Space.ITEM, key);
          return true;
        });
  }

  private static Optional<Bytes> get(SqlDatabase from, String key) {
    return new SqlStore(from).read(view -> view.get(Space.ITEM, key));
  }

  private byte[] stored(String table, String column) throws SQLException {
    try (Connection connection = connect(folder);
        PreparedStatement statement =
            connection.prepareStatement(
                "select " + column + " from " + table + " where space = 'item' and key = ?")) {
      statement.setBytes(1, Bytes.utf8("ana").toArray());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBytes(1);
      }
    }
  }

  private int keysOfItems() throws SQLException {
    try (Connection connection = connect(folder);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from row_key where space = 'item'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void copyFolder() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.copy(file, dump.resolve(file.getFileName()));
      }
    }
  }

  private String everyFile() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        all.write(Files.readAllBytes(file));
      }
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes, int count) {
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
  }
}
