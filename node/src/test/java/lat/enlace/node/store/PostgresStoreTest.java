// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.testkit.StoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static EmbeddedPostgres server;

  private final KeptKeys keys = new KeptKeys();
  private SqlDatabase database;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void open() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists entry");
      statement.execute("drop table if exists row_key");
    }
    database = SqlDatabase.open(settings(), KEY, keys, new SecureRandom());
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
    database = SqlDatabase.open(settings(), KEY, keys, new SecureRandom());
    return store();
  }

  @Test
  void open_refusesASecondNodeOnTheSameDatabase() {
    assertThatThrownBy(() -> SqlDatabase.open(settings(), KEY, keys, new SecureRandom()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo(StoreException.Code.LOCKED));
  }

  @Test
  void write_isTypedWhenTheConnectionBreaksAndWorksAgainAfterwards() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
    }
    assertThatThrownBy(this::put)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreException.Code.UNREACHABLE));
    put();
  }

  @Test
  void sweep_endsNothingThatLives() {
    put();
    database.sweep().run();
    assertThat(store().<Boolean>read(view -> view.get(Space.ASKED, "a").isPresent())).isTrue();
    assertThat(keys.left()).hasSize(1);
  }

  private void put() {
    store()
        .write(t -> {
          t.put(Space.ASKED, "a", Bytes.utf8("a"));
          return true;
        });
  }

  private static DatabaseSettings settings() {
    return DatabaseSettings.postgres(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
  }
}
