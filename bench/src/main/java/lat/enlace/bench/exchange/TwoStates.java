// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.exchange;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
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
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.NodeBirth;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.Unlocker;
import lat.enlace.note.Note;
import lat.enlace.note.SigningKey;

/// Two new nodes on a disk, with an agreement that both signed and adopted.
final class TwoStates {
  static final String ASKING = "CO";
  static final String HOLDING = "VE";

  private final Path root;
  private final Path home;
  private final SecureRandom random = new SecureRandom();

  /// @param home where the samples are
  TwoStates(Path root, Path home) {
    this.root = root;
    this.home = home;
  }

  /// Makes both nodes, signs the agreement, lets both adopt it and each other's node record.
  void make() throws Exception {
    birth(ASKING);
    birth(HOLDING);
    Bytes agreement = agreement();
    List<String> records =
        List.of(
            Files.readString(folder(ASKING).nodeRecord()),
            Files.readString(folder(HOLDING).nodeRecord()));
    for (String state : List.of(ASKING, HOLDING)) {
      try (OpenNode node = open(state)) {
        Officer console = officer(state, Role.OPERATOR);
        SignedInstrument signed = SignedInstrument.verify(agreement);
        node.core()
            .with(exchange -> {
              exchange.standings().adopt(console, signed);
              for (String text : records) {
                exchange.standings().adoptNodeRecord(console, text);
              }
              return true;
            });
      }
    }
  }

  OpenNode open(String state) throws Exception {
    return OpenNode.open(folder(state), new Unlocker(Map.of()));
  }

  static NodeId node(String state) {
    return new NodeId(state.toLowerCase(Locale.ROOT) + ".example/enlace");
  }

  static Officer officer(String state, Role role) {
    AgencyId agency = new AgencyId(state.toLowerCase(Locale.ROOT) + "-policia");
    return new Officer(
        new OfficerId(role.code()),
        new Agency(agency, new StateCode(state), AgencyKind.POLICE),
        new UnitId("spoc"),
        Set.of(role),
        Language.ES);
  }

  private DataFolder folder(String state) {
    return new DataFolder(root.resolve(state));
  }

  private void birth(String state) throws Exception {
    DataFolder folder = folder(state);
    var keyFile = Unlocking.KeyFile.create(root.resolve(state + ".key"), random);
    NodeSettings settings =
        new NodeSettings(
            new Identity(node(state), new StateCode(state)),
            new NodeSettings.Face(Language.ES, ZoneId.of("UTC"), true),
            new NodeSettings.Web("localhost", "127.0.0.1", freePort(), List.of()),
            new NodeSettings.Peering("localhost", "127.0.0.1", freePort()),
            new NodeSettings.Database.Embedded(),
            new NodeSettings.Unlock.KeyFile(keyFile.file()),
            folder.ledgerMirror());
    new NodeBirth(folder, settings, random).make(keyFile, List.of(), OpenNode.systemClock().now());
  }

  private Bytes agreement() throws Exception {
    Map<String, String> places = new HashMap<>();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    places.put("in-force.on", today.minusDays(1).toString());
    places.put("review.by", today.plusYears(3).toString());
    List<SigningKey> keys = new ArrayList<>();
    for (String state : List.of(ASKING, HOLDING)) {
      String name = state.toLowerCase(Locale.ROOT);
      Vault vault =
          Vault.open(
              folder(state).root(), new Unlocking.KeyFile(root.resolve(state + ".key")), random);
      List<SigningKey> pair = Keyring.root(vault);
      places.put(name + ".node", node(state).value());
      places.put(name + ".root.ed25519", pair.getFirst().verifierKey().text());
      places.put(name + ".root.ml-dsa-44", pair.getLast().verifierKey().text());
      keys.addAll(pair);
    }
    String template =
        Files.readString(home.resolve("samples/templates/co-ve.yaml"), StandardCharsets.UTF_8);
    Note note = Note.unsigned(new InstrumentTemplate(template).fill(places).value());
    for (SigningKey key : keys) {
      note = note.sign(key, OpenNode.systemClock().now());
    }
    return note.bytes();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
