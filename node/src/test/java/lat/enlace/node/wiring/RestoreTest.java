// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.LogRebuild;
import lat.enlace.ledger.MirrorCheck;
import lat.enlace.ledger.TrustedKeys;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.node.command.NodeLine;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.node.ops.Backup;
import lat.enlace.node.ops.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backup of a running node, restore, and the comparison with the partner that follows.
class RestoreTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir private Path folder;

  @Test
  void restoredNode_opensOnlyIfThePartnerSawNoMore() throws Exception {
    NodePair pair = new NodePair(folder).make();
    try (RunningNode ve = pair.start("VE")) {
      RunningNode co = pair.start("CO");
      ask(pair, "CO-2026-1");
      Path early = backup(pair, "early");
      ask(pair, "CO-2026-2");
      Path late = backup(pair, "late");
      assertThat(doctor(pair)).contains("peer ve.example/enlace: answer");
      co.close();
      assertHeld(pair, early);
      assertOpens(pair, late);
      assertThat(ve.peerPort()).isPositive();
    }
  }

  @Test
  void restoredNode_whoseEntriesNobodyHas_goesOnUnderASuccessorLog() throws Exception {
    NodePair pair = new NodePair(folder).make();
    try (RunningNode ve = pair.start("VE")) {
      RunningNode co = pair.start("CO");
      ask(pair, "CO-2026-1");
      Path early = backup(pair, "early");
      ask(pair, "CO-2026-2");
      co.close();
      assertHeld(pair, early);
      succeed(pair);
      try (RunningNode successor = pair.start("CO")) {
        ask(pair, "CO-2026-3");
        assertThat(successor.peerPort()).isPositive();
      }
      assertThat(ve.peerPort()).isPositive();
    }
    DataFolder after = pair.folder("CO");
    assertThat(after.restored()).doesNotExist();
    assertThat(after.ledger().resolve("checkpoint")).content().startsWith("co.example/enlace/2\n");
    requireBothLogs(after.root());
    Path copy = backup(pair, "after");
    Path again = folder.resolve("restored-again");
    new Restore(copy, new DataFolder(again)).make();
    requireBothLogs(again);
  }

  /// The log that ended is kept and proves what it proved, as the present one does.
  private static void requireBothLogs(Path root) throws Exception {
    for (String log : List.of("ledger", "ledger-ended-1")) {
      var keys =
          TrustedKeys.parse(
              Bytes.copyOf(
                  Files.readAllBytes(
                      root.resolve(log.equals("ledger") ? "ledger.vkeys" : log + ".vkeys"))));
      var storage = new FileLogStorage(root.resolve(log));
      assertThat(storage.list("tile/entries")).as(log).isNotEmpty();
      assertThat(Fsck.check(storage, keys.keys()).findings()).as(log).isEmpty();
    }
  }

  /// A restored node begins with an empty mirror; what it held before is copied at opening.
  @Test
  void restoredNode_fillsItsNewMirror() throws Exception {
    NodePair pair = new NodePair(folder).make();
    Path backup = backup(pair, "whole");
    replaceBy(pair, backup);
    DataFolder restored = pair.folder("CO");
    assertThat(restored.ledgerMirror()).doesNotExist();
    pair.open("CO").close();

    var mirror = new FileLogStorage(restored.ledgerMirror());
    assertThat(MirrorCheck.wanting(new FileLogStorage(restored.ledger()), mirror)).isEmpty();
    Path rebuilt = folder.resolve("rebuilt");
    LogRebuild.rebuild(mirror, new FileLogStorage(rebuilt));
    assertThat(rebuilt.resolve("checkpoint"))
        .hasSameBinaryContentAs(restored.ledger().resolve("checkpoint"));
  }

  private static void succeed(NodePair pair) {
    StringWriter err = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
            .execute("node", "succeed", "--data", pair.folder("CO").root().toString());
    assertThat(exit).as(err.toString()).isZero();
    assertThat(err.toString()).contains("co.example/enlace/2");
  }

  @Test
  void restore_takesTheMissingEntriesFromTheMirror() throws Exception {
    NodePair pair = new NodePair(folder).make();
    Path backup = backup(pair, "short");
    try (OpenNode co = pair.open("CO")) {
      co.core()
          .with(exchange ->
              exchange
                  .records()
                  .officerBehind(
                      NodePair.officer("CO", "rights", Role.RIGHTS_OFFICER),
                      new OfficerPseudonym("0123456789abcdef"))
                  .isPresent());
    }
    Restore restore = new Restore(backup, new DataFolder(folder.resolve("restored")));
    restore.make();
    restore.takeMissingFrom(pair.folder("CO").ledgerMirror());

    assertThat(folder.resolve("restored/ledger/checkpoint"))
        .hasSameBinaryContentAs(pair.folder("CO").ledger().resolve("checkpoint"));
  }

  @Test
  void restore_refusesAChangedBackup() throws Exception {
    NodePair pair = new NodePair(folder).make();
    Path backup = backup(pair, "whole");
    Files.writeString(backup.resolve("ledger.vkeys"), "changed");
    assertThatThrownBy(() -> new Restore(backup, new DataFolder(folder.resolve("restored"))).make())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ledger.vkeys");
  }

  @Test
  void restore_writesNothingBesideTheNewFolder() throws Exception {
    NodePair pair = new NodePair(folder).make();
    Path backup = backup(pair, "whole");
    Path manifest = backup.resolve(Backup.MANIFEST);
    Path outside = Files.writeString(backup.resolveSibling("outside"), "planted");
    List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
    lines.add(Hash.sha256(Bytes.copyOf(Files.readAllBytes(outside))).value().hex() + " ../outside");
    Files.write(manifest, lines);
    Path to = folder.resolve("deep/restored");

    assertThatThrownBy(() -> new Restore(backup, new DataFolder(to)).make())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("../outside");
    assertThat(to.resolveSibling("outside")).doesNotExist();
  }

  private void assertHeld(NodePair pair, Path backup) throws Exception {
    replaceBy(pair, backup);
    try (RunningNode restored = pair.start("CO")) {
      RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
      Instant until = Instant.now().plus(PATIENCE);
      String answer = analyst.body("GET", "/api/v1/questions", "");
      while (!answer.contains("more than were restored") && Instant.now().isBefore(until)) {
        Thread.sleep(300);
        answer = analyst.body("GET", "/api/v1/questions", "");
      }
      assertThat(answer).contains("more than were restored").contains("UNAVAILABLE");
      assertThat(restored.peerPort()).isPositive();
    }
    assertThat(pair.folder("CO").restored()).exists();
  }

  private void assertOpens(NodePair pair, Path backup) throws Exception {
    replaceBy(pair, backup);
    try (RunningNode restored = pair.start("CO")) {
      RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
      Instant until = Instant.now().plus(PATIENCE);
      while (analyst.status("GET", "/api/v1/questions", "") != 200) {
        assertThat(Instant.now()).isBefore(until);
        Thread.sleep(300);
      }
      assertThat(analyst.get("/questions").size()).isEqualTo(2);
      assertThat(restored.peerPort()).isPositive();
    }
    assertThat(pair.folder("CO").restored()).doesNotExist();
  }

  private void replaceBy(NodePair pair, Path backup) throws Exception {
    DataFolder folderOfNode = pair.folder("CO");
    Files.move(folderOfNode.root(), folder.resolve("lost-" + backup.getFileName()));
    new Restore(backup, folderOfNode).make();
  }

  private Path backup(NodePair pair, String name) {
    Path to = folder.resolve("backup-" + name);
    StringWriter err = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
            .execute(
                "backup", "--data", pair.folder("CO").root().toString(), "--to", to.toString());
    assertThat(exit).as(err.toString()).isZero();
    return to;
  }

  private static String doctor(NodePair pair) {
    StringWriter out = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(out, true), new PrintWriter(new StringWriter()))
            .execute("doctor", "--data", pair.folder("CO").root().toString());
    assertThat(exit).as(out.toString()).isZero();
    return out.toString();
  }

  /// Asks and waits until the partner has it.
  private static void ask(NodePair pair, String caseReference) throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    Map<String, Object> form =
        Map.ofEntries(
            Map.entry("partners", List.of(NodePair.node("VE").value())),
            Map.entry("caseReference", caseReference),
            Map.entry("legalBasis", "Orden 12 de 2026 (inventada)"),
            Map.entry("offence", "0601"),
            Map.entry("purpose", "organised-crime"),
            Map.entry("elements", List.of("committed-in-several")),
            Map.entry(
                "subject",
                Map.of("schema", "Person", "properties", Map.of("name", List.of("Eva Ejemplo")))),
            Map.entry("category", "suspect-committed"),
            Map.entry("stage", "investigation"),
            Map.entry("grounds", List.of("evidence")),
            Map.entry("wanted", List.of("identity")),
            Map.entry("urgency", "U8H"),
            Map.entry("reason", "named by a seized ledger"));
    String id = analyst.post("/questions", form).get(0).get("id").asString();
    Instant until = Instant.now().plus(PATIENCE);
    String state = "";
    while (!state.equals("no-hit")) {
      assertThat(Instant.now()).as(state).isBefore(until);
      Thread.sleep(100);
      state = analyst.get("/questions/" + id).get("state").asString();
    }
  }
}
