// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.InstrumentTemplate;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.HoldingFiles;
import lat.enlace.node.ops.NodeBirth;
import lat.enlace.note.Note;
import lat.enlace.note.SigningKey;

/// Two new nodes with an agreement between them, in one folder, for tests.
final class NodePair {
  static final String PASSWORD = "a sample password";
  static final String PASSPHRASE = "a sample passphrase";

  private final Path root;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, DataFolder> folders = new HashMap<>();
  private final Map<String, NodeSettings.Database> databases = new HashMap<>();
  private final Deque<Integer> ports = new ArrayDeque<>();

  NodePair(Path root) {
    this.root = root;
  }

  /// The nodes that stand in `root` already.
  static NodePair standing(Path root) {
    NodePair pair = new NodePair(root);
    for (String state : List.of("CO", "VE")) {
      pair.folders.put(state, new DataFolder(root.resolve(state)));
    }
    return pair;
  }

  /// Listens at these ports, web and peers of CO, then of VE, rather than at free ones.
  NodePair at(Integer... chosen) {
    ports.addAll(List.of(chosen));
    return this;
  }

  /// Keeps the node of a state elsewhere than in the embedded database.
  NodePair on(String state, NodeSettings.Database database) {
    databases.put(state, database);
    return this;
  }

  DataFolder folder(String state) {
    return Objects.requireNonNull(folders.get(state));
  }

  /// Makes both nodes, signs the agreement, adopts it and both node records, opens accounts.
  NodePair make() throws Exception {
    birth("CO");
    birth("VE");
    Bytes instrument = signedInstrument();
    List<String> nodeRecords =
        List.of(
            Files.readString(folder("CO").nodeRecord()),
            Files.readString(folder("VE").nodeRecord()));
    for (String state : List.of("CO", "VE")) {
      try (OpenNode node = open(state)) {
        Officer console = officer(state, "console", Role.OPERATOR);
        SignedInstrument signed = SignedInstrument.verify(instrument);
        node.core()
            .with(exchange -> {
              exchange.standings().adopt(console, signed);
              for (String nodeRecord : nodeRecords) {
                exchange.standings().adoptNodeRecord(console, nodeRecord);
              }
              return true;
            });
        for (Role role : Role.values()) {
          node.accounts().createSample(officer(state, role.code(), role), PASSWORD);
        }
        OfficerId authority = new OfficerId(Role.AUTHORITY.code());
        node.accounts().putKeyInForce(authority, node.accounts().makeKey(authority, PASSPHRASE));
      }
    }
    return this;
  }

  /// Puts case subjects into a stopped node.
  void hold(String state, String lines) throws Exception {
    try (OpenNode node = open(state)) {
      var report =
          new HoldingFiles(node.core(), OpenNode.systemClock())
              .subjects(officer(state, "console", Role.DUTY_OFFICER), Bytes.utf8(lines));
      if (!report.problem().isEmpty()) {
        throw new IOException(report.problem().getFirst());
      }
    }
  }

  OpenNode open(String state) throws Exception {
    return OpenNode.open(folder(state), new Unlocker(Map.of()));
  }

  OpenNode open(String state, Clock clock) throws Exception {
    return OpenNode.open(folder(state), new Unlocker(Map.of()), clock);
  }

  /// The vault of a node, for what a command beside it does.
  Vault vault(String state) throws Exception {
    return Vault.open(
        folder(state).root(), new Unlocking.KeyFile(root.resolve(state + ".key")), random);
  }

  RunningNode start(String state) throws Exception {
    return RunningNode.start(open(state));
  }

  String url(String state) throws Exception {
    return SettingsFile.read(folder(state)).web().url();
  }

  static NodeId node(String state) {
    return new NodeId(state.toLowerCase(Locale.ROOT) + ".example/enlace");
  }

  static Officer officer(String state, String id, Role role) {
    AgencyId agency = new AgencyId(state.toLowerCase(Locale.ROOT) + "-policia");
    return new Officer(
        new OfficerId(id),
        new Agency(agency, new StateCode(state), AgencyKind.POLICE),
        new UnitId("spoc"),
        Set.of(role),
        Language.ES);
  }

  private void birth(String state) throws Exception {
    DataFolder folder = new DataFolder(root.resolve(state));
    folders.put(state, folder);
    var keyFile = Unlocking.KeyFile.create(root.resolve(state + ".key"), random);
    NodeSettings settings =
        new NodeSettings(
            new Identity(node(state), new StateCode(state)),
            new NodeSettings.Face(Language.ES, ZoneId.of("UTC"), true),
            new NodeSettings.Web("localhost", "127.0.0.1", port(), List.of()),
            new NodeSettings.Peering("localhost", "127.0.0.1", port()),
            databases.getOrDefault(state, new NodeSettings.Database.Embedded()),
            new NodeSettings.Unlock.KeyFile(keyFile.file()),
            folder.ledgerMirror());
    new NodeBirth(folder, settings, random).make(keyFile, List.of(), OpenNode.systemClock().now());
  }

  private Bytes signedInstrument() throws Exception {
    Map<String, String> places = new HashMap<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    places.put("in-force.on", today.minusDays(1).toString());
    places.put("review.by", today.plusYears(3).toString());
    List<SigningKey> keys = new ArrayList<>();
    for (String state : List.of("CO", "VE")) {
      String name = state.toLowerCase(Locale.ROOT);
      Vault vault = vault(state);
      List<SigningKey> pair = Keyring.root(vault);
      places.put(name + ".node", node(state).value());
      places.put(name + ".root.ed25519", pair.getFirst().verifierKey().text());
      places.put(name + ".root.ml-dsa-44", pair.getLast().verifierKey().text());
      keys.addAll(pair);
    }
    Note note = Note.unsigned(new InstrumentTemplate(template()).fill(places).value());
    for (SigningKey key : keys) {
      note = note.sign(key, OpenNode.systemClock().now());
    }
    return note.bytes();
  }

  private static String template() throws IOException {
    try (InputStream in = NodePair.class.getResourceAsStream("/samples/templates/co-ve.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int port() throws IOException {
    return ports.isEmpty() ? freePort() : ports.remove();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
