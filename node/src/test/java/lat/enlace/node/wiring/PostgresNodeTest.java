// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import lat.enlace.node.config.NodeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A whole node on a real PostgreSQL: it opens, asks, hears the answer, goes down and comes back
/// with all it knew, and asks again.
class PostgresNodeTest {
  @TempDir private Path folder;

  @Test
  void node_asksAndComesBackOnPostgres() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      Path password = Files.writeString(folder.resolve("password"), "unused\n");
      NodePair pair =
          new NodePair(folder)
              .on(
                  "CO",
                  new NodeSettings.Database.Postgres(
                      server.getJdbcUrl("postgres", "postgres"), "postgres", password))
              .make();
      assertThat(pair.folder("CO").database()).doesNotExist();
      try (RunningNode ve = pair.start("VE")) {
        assertThat(ve.peerPort()).isPositive();
        String first;
        long size;
        try (RunningNode co = pair.start("CO")) {
          assertThat(co.peerPort()).isPositive();
          RestCaller analyst = analyst(pair);
          first = ask(analyst, "CO-2026-1");
          size = analyst.get("/ledger/head").get("size").asLong();
        }
        assertThat(size).isPositive();
        try (RunningNode co = pair.start("CO")) {
          assertThat(co.peerPort()).isPositive();
          RestCaller analyst = analyst(pair);
          assertThat(analyst.get("/questions/" + first).get("state").asString())
              .isEqualTo("no-hit");
          assertThat(analyst.get("/ledger/head").get("size").asLong()).isGreaterThanOrEqualTo(size);
          ask(analyst, "CO-2026-2");
        }
      }
      assertThat(everyValue(server)).isNotEmpty().doesNotContain("Ejemplo", "CO-2026");
    }
  }

  private static RestCaller analyst(NodePair pair) throws Exception {
    return new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
  }

  private static String ask(RestCaller analyst, String caseReference) throws Exception {
    JsonNode asked =
        analyst.post("/questions", SampleQuestion.about("Ana Ejemplo", caseReference)).get(0);
    String id = asked.get("id").asString();
    SampleQuestion.await(analyst, id, "no-hit");
    return id;
  }

  /// All that the database holds, as letters.
  private static String everyValue(EmbeddedPostgres server) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select key, value from entry")) {
      while (rows.next()) {
        for (int column : List.of(1, 2)) {
          all.append(new String(rows.getBytes(column), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }
}
