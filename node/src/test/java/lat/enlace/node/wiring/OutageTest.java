// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.TrustedKeys;
import lat.enlace.node.command.NodeLine;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What two running nodes say and do while the ground under one of them is gone, and that they go
/// on without a restart, with everything acknowledged, when it is back.
class OutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path ALWAYS_FULL = Path.of("/dev/full");

  @TempDir static Path folder;
  private static NodePair pair;
  private static RunningNode co;
  private static RunningNode ve;
  private static RestCaller analyst;
  private static int cases;

  @BeforeAll
  static void start() throws Exception {
    pair = new NodePair(folder).make();
    co = pair.start("CO");
    ve = pair.start("VE");
    analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
  }

  @AfterAll
  static void stop() {
    co.close();
    ve.close();
  }

  @Test
  void lockedDatabase_isSaidAndOvercome() throws Exception {
    String before = ask();
    try (Connection other = lock("CO")) {
      assertUnavailable("database: LOCKED");
      assertThat(analyst.status("GET", "/api/v1/questions/" + before, "")).isEqualTo(200);
      assertThat(other.isClosed()).isFalse();
      assertThat(doctor("CO")).contains("database", "LOCKED", "stop the other process");
    }
    assertBack(before);
  }

  @Test
  void lockedDatabaseOfThePartner_delaysTheQuestionAndLosesNothing() throws Exception {
    String id;
    try (Connection other = lock("VE")) {
      id = ask();
      until(() -> !analyst.get("/links").get(0).get("trouble").isEmpty());
      assertThat(analyst.get("/questions/" + id).get("state").asString()).isEqualTo("queued");
      assertThat(other.isClosed()).isFalse();
    }
    SampleQuestion.await(analyst, id, "no-hit");
    assertSound("VE");
  }

  @Test
  void databaseThatIsGone_isSaidAndOvercome() throws Exception {
    String before = ask();
    Path database = pair.folder("CO").database();
    List<Path> files = new ArrayList<>();
    for (String suffix : List.of("", "-wal", "-shm")) {
      files.add(database.resolveSibling(database.getFileName() + suffix));
    }
    Path aside = Files.createDirectory(folder.resolve("aside"));
    for (Path file : files) {
      if (Files.exists(file)) {
        Files.move(file, aside.resolve(file.getFileName()));
      }
    }
    until(() -> analyst.status("POST", "/api/v1/questions", form()) == 503);
    RestCaller stranger = new RestCaller(pair.url("CO"), "", "");
    until(() -> stranger.anonymous("/health").statusCode() == 503);
    assertThat(database).doesNotExist();
    assertThat(doctor("CO")).contains("database", "no file");
    for (Path file : files) {
      Path moved = aside.resolve(file.getFileName());
      if (Files.exists(moved)) {
        Files.move(moved, file);
      }
    }
    assertBack(before);
  }

  @Test
  void fullDiskOfTheLedger_isSaidAndOvercome() throws Exception {
    assumeThat(ALWAYS_FULL).as("a device that is always full").exists();
    String before = ask();
    List<Path> full = fullPartials(pair.folder("CO").ledger());
    List<String> acknowledged = new ArrayList<>();
    until(() -> {
      String answer = analyst.body("POST", "/api/v1/questions", form());
      boolean taken = !answer.contains("\"code\":\"UNAVAILABLE\"");
      if (taken) {
        acknowledged.add(idIn(answer));
      }
      return !taken;
    });
    assertUnavailable("ledger: FULL");
    for (Path file : full) {
      Files.deleteIfExists(file);
    }
    assertBack(before);
    for (String id : acknowledged) {
      SampleQuestion.await(analyst, id, "no-hit");
    }
  }

  @Test
  void ledgerFolderThatIsNoFolder_isSaidAndOvercome() throws Exception {
    String before = ask();
    Path tiles = pair.folder("CO").ledger().resolve("tile/entries");
    Path aside = folder.resolve("entries-aside");
    Files.move(tiles, aside);
    Files.createFile(tiles);
    until(() -> analyst.status("POST", "/api/v1/questions", form()) == 503);
    assertUnavailable("ledger: ");
    Files.delete(tiles);
    Files.move(aside, tiles);
    assertBack(before);
  }

  @Test
  void readOnlyLedgerFolder_isSaidAndOvercome() throws Exception {
    Path ledger = pair.folder("CO").ledger();
    assumeThat(System.getProperty("user.name"))
        .as("for the superuser no folder is read-only")
        .isNotEqualTo("root");
    String before = ask();
    setWritable(ledger, false);
    until(() -> analyst.status("POST", "/api/v1/questions", form()) == 503);
    assertUnavailable("ledger: FAILED");
    assertThat(doctor("CO")).contains("cannot be written");
    setWritable(ledger, true);
    assertBack(before);
  }

  private static void assertUnavailable(String word) throws Exception {
    String answer = analyst.body("POST", "/api/v1/questions", form());
    assertThat(answer)
        .contains("\"code\":\"UNAVAILABLE\"", "\"status\":503", word, "For the operator: ");
    RestCaller operator = new RestCaller(pair.url("CO"), "operator", NodePair.PASSWORD);
    until(() -> operator.body("GET", "/health", "").contains(word));
    assertThat(operator.body("GET", "/health", "")).contains("\"mend\"");
    assertThat(operator.body("GET", "/metrics", "")).contains("enlace_available 0.0");
    assertThat(new RestCaller(pair.url("CO"), "", "").anonymous("/health").body())
        .contains("OUT_OF_SERVICE")
        .doesNotContain(word);
  }

  /// The node takes work again, everything acknowledged before is answered, the ledger is whole.
  private static void assertBack(String before) throws Exception {
    until(() -> analyst.status("GET", "/api/v1/questions", "") == 200);
    until(() -> analyst.status("POST", "/api/v1/questions", form()) == 200);
    SampleQuestion.await(analyst, before, "no-hit");
    RestCaller stranger = new RestCaller(pair.url("CO"), "", "");
    until(() -> stranger.anonymous("/health").statusCode() == 200);
    assertSound("CO");
  }

  private static void assertSound(String state) throws Exception {
    var keys =
        TrustedKeys.parse(Bytes.copyOf(Files.readAllBytes(pair.folder(state).verifierKeys())));
    until(() -> Fsck.check(new FileLogStorage(pair.folder(state).ledger()), keys.keys()).sound());
  }

  private static String ask() throws Exception {
    until(() -> analyst.status("GET", "/api/v1/questions", "") == 200);
    return idIn(analyst.post("/questions", question()).toString());
  }

  private static String idIn(String answer) {
    int at = answer.indexOf("\"id\":\"") + 6;
    return answer.substring(at, answer.indexOf('"', at));
  }

  private static String form() {
    return RestCaller.json(question());
  }

  /// Each of a case of its own, so that no budget is used up.
  private static Map<String, Object> question() {
    return SampleQuestion.about("Eva Ejemplo", "CO-2026-" + ++cases);
  }

  /// Another process, as far as the database can tell, that holds it.
  private static Connection lock(String state) throws Exception {
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + pair.folder(state).database());
    try (Statement statement = other.createStatement()) {
      statement.execute("pragma busy_timeout=15000");
      statement.execute("begin exclusive");
    }
    return other;
  }

  /// Puts a device that is always full where the next partial bundles of entries will be written.
  private static List<Path> fullPartials(Path ledger) throws Exception {
    long size = analyst.get("/ledger/head").get("size").asLong();
    List<Path> planted = new ArrayList<>();
    Path bundles = ledger.resolve("tile/entries");
    for (long next = size + 1; next < size + 100; next++) {
      Path partial = bundles.resolve(bundle(next / 256) + ".p").resolve(Long.toString(next % 256));
      Files.createDirectories(partial.getParent());
      if (next % 256 > 0 && !Files.exists(partial)) {
        planted.add(Files.createSymbolicLink(partial, ALWAYS_FULL));
      }
    }
    return planted;
  }

  private static String bundle(long number) {
    return String.format("%03d", number);
  }

  private static void setWritable(Path root, boolean writable) throws IOException {
    List<Path> folders;
    try (var all = Files.walk(root)) {
      folders = all.filter(Files::isDirectory).toList();
    }
    for (Path one : folders) {
      Files.setPosixFilePermissions(
          one, PosixFilePermissions.fromString(writable ? "rwx------" : "r-x------"));
    }
  }

  private static String doctor(String state) {
    StringWriter out = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(out, true), new PrintWriter(new StringWriter()))
            .execute("doctor", "--data", pair.folder(state).root().toString());
    assertThat(exit).as(out.toString()).isEqualTo(1);
    return out.toString();
  }

  private static void until(Callable<Boolean> done) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.call()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(200);
    }
  }
}
