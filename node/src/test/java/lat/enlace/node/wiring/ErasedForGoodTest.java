// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.RowKeyShelf;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.Backup;
import lat.enlace.node.ops.BackupRotation;
import lat.enlace.node.store.DatabaseSettings;
import lat.enlace.node.store.SqlDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a partner disclosed and had erased, searched for in all that the holder's node leaves: with
/// every key it has, in its database, its log of changes, a copy of both from before, and its
/// backups.
class ErasedForGoodTest {
  /// Only the disclosure spells her so.
  private static final String NAME = "Ana Lucía Ejemplo";

  private static final Instant BEFORE = Instant.parse("2026-10-01T00:00:00Z");

  @TempDir private Path folder;
  @TempDir private Path dump;
  @TempDir private Path backups;
  private NodePair pair;
  private OpenNode co;
  private RunningNode coRunning;
  private RunningNode ve;

  @BeforeEach
  void start() throws Exception {
    pair = new NodePair(folder).make();
    pair.hold("VE", SampleQuestion.SUBJECT);
    co = pair.open("CO");
    coRunning = RunningNode.start(co);
    ve = pair.start("VE");
  }

  @AfterEach
  void stop() {
    ve.close();
    coRunning.close();
  }

  @Test
  void anItem_isGoneFromAllThatIsLeft() throws Exception {
    String item = SampleQuestion.disclosed(pair);
    BackupRotation rotation = new BackupRotation(backups, Duration.ofDays(30));
    Path backup = rotation.next(BEFORE);
    backup(backup);
    List<Row> content = rowsWithTheName();
    assertThat(content).extracting(Row::space).contains("item", "opening");
    for (Row row : content) {
      assertThat(everyFile(co.folder().root())).contains(row.wrapped()).contains(row.start());
    }
    copyDatabase();

    erase(item);
    co.database().sweep().run();

    assertThat(rowsWithTheName()).isEmpty();
    String left = everyFile(co.folder().root());
    for (Row row : content) {
      assertThat(left).doesNotContain(row.wrapped()).doesNotContain(row.start());
    }
    nothingOfTheCopyOpens();
    assertThat(rotation.end(BEFORE.plus(Duration.ofDays(31)))).containsExactly(backup);
    backup(rotation.next(BEFORE.plus(Duration.ofDays(31))));
    String saved = everyFile(backups);
    for (Row row : content) {
      assertThat(saved).doesNotContain(row.wrapped()).doesNotContain(row.start());
    }
  }

  /// A value as it lies in the database.
  private record Row(String space, String start, String wrapped) {}

  private void erase(String item) throws Exception {
    RestCaller duty = duty();
    duty.post(
        "/recalls",
        Map.of("item", item, "action", "erase", "reason", "the court ordered its erasure"));
    SampleQuestion.await(
        duty, "/recalls", list -> list.get(0).get("state").asString().equals("acted"));
  }

  private RestCaller duty() throws Exception {
    return new RestCaller(pair.url("VE"), "duty-officer", NodePair.PASSWORD);
  }

  /// Every row whose value, opened with the keys that the node has, holds the name in any of the
  /// forms in which values are written.
  private List<Row> rowsWithTheName() throws Exception {
    List<Row> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(settings(co.folder().root()).url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select e.space, e.key, e.value, k.wrapped from entry e"
                    + " join row_key k on k.space = e.space and k.key = e.key")) {
      while (rows.next()) {
        String space = rows.getString(1);
        String key = Bytes.copyOf(rows.getBytes(2)).hex();
        if (holdsTheName(space, rows.getBytes(2))) {
          assertThat(rows.getBytes(3)).as(key).hasSizeGreaterThan(64);
          String start = text(rows.getBytes(3)).substring(0, 48);
          found.add(new Row(space, start, text(rows.getBytes(4))));
        }
      }
    }
    return found;
  }

  private boolean holdsTheName(String space, byte[] key) {
    String rowKey = new String(key, StandardCharsets.UTF_8);
    Bytes value = co.database().read(rows -> rows.get(space, rowKey)).orElse(Bytes.EMPTY);
    String plain = text(value.toArray());
    return Stream.of(NAME, base64(0), base64(1), base64(2))
        .map(form -> text(Bytes.utf8(form).toArray()))
        .anyMatch(plain::contains);
  }

  /// The part of the name's base64 that is the same wherever it begins within three bytes.
  private static String base64(int before) {
    String whole = Bytes.utf8(" ".repeat(before) + NAME).base64();
    return whole.substring(4, whole.length() - 4);
  }

  private void nothingOfTheCopyOpens() throws Exception {
    try (Connection connection = DriverManager.getConnection(settings(dump).url());
        Statement statement = connection.createStatement()) {
      // Whoever has the copy passes over what is there to recognise a wrong key.
      statement.execute("delete from entry where space = 'store'");
    }
    Vault vault = pair.vault("CO");
    try (SqlDatabase copy =
        SqlDatabase.open(
            settings(dump),
            Keyring.open(vault).databaseKey(),
            RowKeyShelf.open(vault),
            new SecureRandom())) {
      for (Space space : List.of(Space.ITEM, Space.OPENING)) {
        assertThatThrownBy(() -> copy.read(rows -> rows.scan(space.code(), "", "", 1)))
            .isInstanceOf(StoreException.class);
      }
    }
  }

  private void backup(Path to) throws Exception {
    new Backup(co.folder(), settings(co.folder().root()), to).make();
  }

  private void copyDatabase() throws Exception {
    for (String name : List.of("db.sqlite", "db.sqlite-wal", "db.sqlite-shm")) {
      Files.copy(co.folder().root().resolve(name), dump.resolve(name));
    }
  }

  private static DatabaseSettings settings(Path where) {
    return DatabaseSettings.sqlite(where.resolve("db.sqlite"));
  }

  private static String everyFile(Path where) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(where)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.exists(file)) {
          all.write(Files.readAllBytes(file));
        }
      }
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
