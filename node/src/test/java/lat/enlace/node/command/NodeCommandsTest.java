// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lat.enlace.instrument.InstrumentTemplate;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.note.Note;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node's life from the shell, in a folder whose name has a space and an ñ.
class NodeCommandsTest {
  private static final String SUBJECT =
      "{\"id\":\"co-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana Inventada\"],"
          + "\"birthDate\":[\"1980-02-03\"]},\"case\":\"CO-2026-9\",\"offence\":\"0601\","
          + "\"category\":\"suspect-committed\",\"stage\":\"charged\"}\n";

  @TempDir private Path temporary = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(temporary.resolve("año nuevo"));
  }

  @Test
  void init_makesANodeWhoseFilesNobodyElseReads() throws IOException {
    NodeShell made = init("CO");
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(made.err()).contains("root.vkey", "node-record.note");
    assertThat(Files.getPosixFilePermissions(data("CO"))).hasSize(3);
    assertThat(Files.getPosixFilePermissions(folder.resolve("CO.key"))).hasSize(2);
  }

  @Test
  void init_refusesAFolderThatIsTakenAndLeavesNoKeyBehind() throws IOException {
    Files.writeString(Files.createDirectory(data("CO")).resolve("letter"), "x");
    NodeShell refused = init("CO");
    assertThat(refused.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(refused.err()).contains("EXISTS", "name a new folder");
    assertThat(folder.resolve("CO.key")).doesNotExist();
  }

  @Test
  void init_saysWhatIsWrongWithItsOptions() {
    assertThat(init("CO", "--zone", "Mars").exit()).isEqualTo(2);
    assertThat(init("CO", "--language", "xx").exit()).isEqualTo(2);
    assertThat(init("COL").exit()).isEqualTo(2);
    NodeShell port = NodeShell.run(initLine("CO", "99999"));
    assertThat(port.exit()).isEqualTo(2);
    assertThat(port.err()).contains("not a port: 99999");
    NodeShell inside = init("CO", "--key-file", data("CO").resolve("key"));
    assertThat(inside.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(inside.err()).contains("UNLOCKING_KEY_INSIDE");
    NodeShell unset = init("CO", "--passphrase-env", "ENLACE_NO_SUCH_VARIABLE");
    assertThat(unset.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(unset.err()).contains("ENLACE_NO_SUCH_VARIABLE is missing");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void commands_askForTheDataFolderAndSayWhenThereIsNone() {
    for (String command : List.of("node", "doctor", "node renew", "node holdings --subjects x")) {
      Object[] words = command.split(" ", -1);
      assertThat(NodeShell.run(words).exit()).as(command).isEqualTo(2);
    }
    for (String command : List.of("node", "node renew", "node holdings --subjects x")) {
      List<Object> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.addAll(List.of("--data", folder.resolve("nowhere")));
      NodeShell run = NodeShell.run(words.toArray());
      assertThat(run.exit()).as(command).isEqualTo(NodeLine.COULD_NOT);
      assertThat(run.err()).contains("NO_DATA_FOLDER", "./enlace node init");
    }
    NodeShell doctor = NodeShell.run("doctor", "--data", folder.resolve("nowhere"));
    assertThat(doctor.exit()).isEqualTo(NodeLine.NO);
    assertThat(doctor.out()).contains("NO_DATA_FOLDER");
  }

  @Test
  void account_isMadeOnceAndItsPasswordChanged() throws IOException {
    init("CO");
    Path password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
    Object[] make = account("maria", password, "--role", "analyst", "--agency", "co-policia");
    assertThat(NodeShell.run(make).exit()).isZero();
    NodeShell again = NodeShell.run(make);
    assertThat(again.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(again.err()).contains("EXISTS", "leave out --role");
    assertThat(NodeShell.run(account("maria", password)).exit()).isZero();
    NodeShell nobody = NodeShell.run(account("nadie", password));
    assertThat(nobody.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(nobody.err()).contains("NO_ACCOUNT", "--role");
  }

  @Test
  void account_refusesWhatIsNotOne() throws IOException {
    init("CO");
    Path good = Files.writeString(folder.resolve("password"), "correct horse battery\n");
    Path weak = Files.writeString(folder.resolve("weak"), "short\n");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path noise = Files.write(folder.resolve("noise"), new byte[] {(byte) 0xff, 0, 1});
    String[] role = {"--role", "analyst", "--agency", "co-policia"};
    assertThat(NodeShell.run(account("ma ria", good, role)).exit()).isEqualTo(2);
    assertThat(NodeShell.run(account("maria", empty, role)).exit()).isEqualTo(2);
    assertThat(NodeShell.run(account("maria", good, "--role", "king")).exit()).isEqualTo(2);
    NodeShell short5 = NodeShell.run(account("maria", weak, role));
    assertThat(short5.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(short5.err())
        .contains("WEAK_PASSWORD", "take a longer one")
        .doesNotContain("short\n");
    NodeShell binary = NodeShell.run(account("maria", noise, role));
    assertThat(binary.err()).contains("noise", "not UTF-8");
    NodeShell missing = NodeShell.run(account("maria", folder.resolve("nowhere"), role));
    assertThat(missing.err()).contains("there is no such file");
  }

  @Test
  void holdings_areTakenWholeOrNotAtAll() throws IOException {
    init("CO");
    Path lines = Files.writeString(folder.resolve("subjects.jsonl"), SUBJECT);
    Path rows =
        Files.writeString(
            folder.resolve("subjects.csv"),
            "id,schema,name,birthDate,case,offence,category,stage\r\n"
                + "co-2,Person,\"Supuesto, Juan\",1970-01-01,CO-2026-9,0601,convicted,\r\n");
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"), "id,schema,name\r\nco-3,Person,Ana Inventada\r\n");
    Path sample = root().resolve("samples/lists/un-sample.xml");
    assertThat(holdings("--subjects", lines).err()).contains("1 loaded");
    assertThat(holdings("--subjects", rows, "--stage", "charged").err()).contains("1 loaded");
    NodeShell refused = holdings("--subjects", bad);
    assertThat(refused.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(refused.err()).contains("line 2 lacks the field case").doesNotContain("Inventada");
    assertThat(holdings("--claims", "un-sc-consolidated=" + sample).exit()).isZero();
    assertThat(holdings("--claims", "ofac-sdn=" + root().resolve("samples/lists/ofac")).err())
        .contains("3 loaded");
    assertThat(holdings("--claims", "nothing").exit()).isEqualTo(2);
    assertThat(holdings().exit()).isEqualTo(2);
    assertThat(holdings("--subjects", folder).err()).contains("is a folder");
  }

  @Test
  void adopt_takesAgreementAndRecordsAndRenewGoesOn() throws Exception {
    init("CO");
    init("VE");
    Path agreement = agreement();
    assertThat(adopt("CO").exit()).isEqualTo(2);
    NodeShell early = adopt("CO", "--node-record", data("VE").resolve("node-record.note"));
    assertThat(early.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(early.err()).contains("NOT_TRUSTED");
    NodeShell template =
        adopt("CO", "--instrument", root().resolve("samples/templates/co-ve.yaml"));
    assertThat(template.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(template.err()).contains("not a signed agreement");

    NodeShell adopted =
        adopt(
            "CO",
            "--instrument",
            agreement,
            "--node-record",
            data("CO").resolve("node-record.note"),
            data("VE").resolve("node-record.note"));

    assertThat(adopted.exit()).as(adopted.err()).isZero();
    assertThat(NodeShell.run("node", "renew", "--data", data("CO"), "--weeks", "2").err())
        .contains("partners can seal to this node until");
  }

  @Test
  void renew_worksBeforeTheFirstAgreement() throws IOException {
    init("CO");
    NodeShell renewed = NodeShell.run("node", "renew", "--data", data("CO"), "--weeks", "2");
    assertThat(renewed.exit()).as(renewed.err()).isZero();
    assertThat(renewed.err()).contains("partners can seal to this node until");
    assertThat(NodeShell.run("node", "renew", "--data", data("CO"), "--weeks", "0").exit())
        .isEqualTo(2);
  }

  @Test
  void backup_goesToANewFolderAndRestoreToAnother() throws IOException {
    init("CO");
    holdings("--subjects", Files.writeString(folder.resolve("subjects.jsonl"), SUBJECT));
    Path copy = folder.resolve("copia");
    assertThat(NodeShell.run("backup", "--data", data("CO"), "--to", copy).exit()).isZero();
    NodeShell twice = NodeShell.run("backup", "--data", data("CO"), "--to", copy);
    assertThat(twice.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(twice.err()).contains("EXISTS");

    Path again = folder.resolve("again");
    assertThat(NodeShell.run("restore", "--from", copy, "--data", again).exit()).isZero();
    assertThat(again.resolve("RESTORED")).exists();
    NodeShell doctor = NodeShell.run("doctor", "--data", again);
    assertThat(doctor.exit()).as(doctor.out()).isZero();
    assertThat(doctor.out()).contains("waits for the partners' answers");
  }

  @Test
  void backupAndRestore_neverTouchAFolderWithSomethingInIt() throws IOException {
    init("CO");
    Path copy = folder.resolve("copia");
    NodeShell.run("backup", "--data", data("CO"), "--to", copy);
    Path mine = Files.createDirectories(folder.resolve("mine/ledger"));
    Path letter = Files.writeString(mine.resolve("letter"), "x");

    NodeShell restore = NodeShell.run("restore", "--from", copy, "--data", folder.resolve("mine"));
    NodeShell backup =
        NodeShell.run("backup", "--data", data("CO"), "--to", folder.resolve("mine"));

    assertThat(restore.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(backup.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(letter).exists();
    assertThat(folder.resolve("mine")).isDirectoryNotContaining("glob:**MANIFEST");
  }

  @Test
  void restore_refusesABackupThatWasChanged() throws IOException {
    init("CO");
    Path copy = folder.resolve("copia");
    NodeShell.run("backup", "--data", data("CO"), "--to", copy);
    Files.writeString(copy.resolve("ledger.vkeys"), "quorum 0\n");
    NodeShell run = NodeShell.run("restore", "--from", copy, "--data", folder.resolve("again"));
    assertThat(run.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(run.err()).contains("missing or changed: ledger.vkeys");
    assertThat(folder.resolve("again")).doesNotExist();
  }

  @Test
  void doctor_findsANewNodeSoundAndNamesABrokenStep() throws IOException {
    init("CO");
    NodeShell fresh = NodeShell.run("doctor", "--data", data("CO"));
    assertThat(fresh.exit()).as(fresh.out()).isZero();
    assertThat(fresh.out()).contains("ledger: not begun");
    NodeShell stranger = NodeShell.run("doctor", "--data", data("CO"), "xx.example/enlace");
    assertThat(stranger.exit()).isEqualTo(NodeLine.NO);
    assertThat(stranger.out()).contains("not among the partners");
    Files.move(folder.resolve("CO.key"), folder.resolve("lost.key"));
    NodeShell broken = NodeShell.run("doctor", "--data", data("CO"), "--json");
    assertThat(broken.exit()).isEqualTo(NodeLine.NO);
    JsonNode report = JsonMapper.shared().readTree(broken.out());
    assertThat(report.get("ok").asBoolean()).isFalse();
    assertThat(report.get("steps").toString()).contains("NO_UNLOCKING_KEY");
  }

  private NodeShell init(String state, Object... more) {
    List<Object> line = new ArrayList<>(List.of(initLine(state, "8441")));
    line.addAll(List.of(more));
    return NodeShell.run(line.toArray());
  }

  private Object[] initLine(String state, String port) {
    String origin = state.toLowerCase(Locale.ROOT) + ".example/enlace";
    return new Object[] {
      "node",
      "init",
      "--data",
      data(state),
      "--origin",
      origin,
      "--state",
      state,
      "--port",
      port,
      "--peer-port",
      "9441"
    };
  }

  private Object[] account(String id, Path password, String... more) {
    List<Object> line =
        new ArrayList<>(
            List.of("node", "account", id, "--data", data("CO"), "--password-file", password));
    line.addAll(List.of(more));
    return line.toArray();
  }

  private NodeShell holdings(Object... more) {
    List<Object> line = new ArrayList<>(List.of("node", "holdings", "--data", data("CO")));
    line.addAll(List.of(more));
    return NodeShell.run(line.toArray());
  }

  private NodeShell adopt(String state, Object... more) {
    List<Object> line = new ArrayList<>(List.of("node", "adopt", "--data", data(state)));
    line.addAll(List.of(more));
    return NodeShell.run(line.toArray());
  }

  private Path agreement() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<String, String> places = new HashMap<>();
    places.put("in-force.on", today.minusDays(1).toString());
    places.put("review.by", today.plusYears(1).toString());
    List<SigningKey> keys = new ArrayList<>();
    for (String state : List.of("CO", "VE")) {
      String name = state.toLowerCase(Locale.ROOT);
      Unlocking unlocking = new Unlocking.KeyFile(folder.resolve(state + ".key"));
      List<SigningKey> pair = Keyring.root(Vault.open(data(state), unlocking, new SecureRandom()));
      places.put(name + ".node", name + ".example/enlace");
      places.put(name + ".root.ed25519", pair.getFirst().verifierKey().text());
      places.put(name + ".root.ml-dsa-44", pair.getLast().verifierKey().text());
      keys.addAll(pair);
    }
    Note note = Note.unsigned(new InstrumentTemplate(template()).fill(places).value());
    for (SigningKey key : keys) {
      note = note.sign(key, today.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    return Files.write(folder.resolve("co-ve.note"), note.bytes().toArray());
  }

  private static String template() throws IOException {
    try (InputStream in =
        NodeCommandsTest.class.getResourceAsStream("/samples/templates/co-ve.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path data(String state) {
    return folder.resolve(state);
  }

  private static Path root() {
    return Path.of(System.getProperty("enlace.root", ".."));
  }
}
