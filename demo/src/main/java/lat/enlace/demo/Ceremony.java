// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.login.LoginException;
import lat.enlace.node.ops.HoldingFiles;
import lat.enlace.node.ops.NodeBirth;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.Unlocker;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import lat.enlace.workbench.Imports;

/// Makes the nodes and what real states do when they meet: each brings its root key and node
/// record, both sign the text, each adopts it together with the other's record.
public final class Ceremony {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final Plan plan;
  private final SecureRandom random = new SecureRandom();
  private final Unlocker unlocker = new Unlocker(Map.of());

  /// In `folder`, which must be empty.
  public Ceremony(Path folder, Plan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /// Who meets, and how.
  ///
  /// @param states Colombia, and those that have an agreement with it
  /// @param peerHost where partners are told to post, each at its own port
  /// @param text what becomes of the text of an agreement before it is signed
  public record Plan(
      List<DemoState> states, DemoPorts ports, String peerHost, UnaryOperator<String> text) {
    /// Copies the list.
    public Plan {
      states = List.copyOf(states);
    }

    /// All four, as the demonstration shows them.
    static Plan demonstration(DemoPorts ports) {
      return new Plan(DemoState.ALL, ports, LOOPBACK, text -> text);
    }
  }

  /// Makes them; none is running afterwards.
  public void hold()
      throws IOException,
          ConfigException,
          KeysException,
          ExchangeException,
          LoginException,
          InstrumentException,
          NoteException,
          StepFailedException {
    Files.createDirectories(folder.resolve("unlock"));
    for (DemoState state : plan.states()) {
      birth(state);
    }
    List<SignedInstrument> signed = new ArrayList<>();
    for (DemoState state : plan.states()) {
      if (!state.equals(DemoState.CO)) {
        signed.add(sign(state));
      }
    }
    for (DemoState state : plan.states()) {
      try (OpenNode node = OpenNode.open(data(state), unlocker)) {
        accounts(node, state);
        adopt(node, state, signed);
        holdings(node, state);
      }
    }
  }

  private DataFolder data(DemoState state) {
    return new DataFolder(folder.resolve(state.key()));
  }

  private void birth(DemoState state) throws ConfigException, KeysException {
    DataFolder data = data(state);
    Path keyFile = folder.resolve("unlock").resolve(state.key() + ".key");
    NodeSettings settings =
        new NodeSettings(
            new Identity(state.node(), state.code()),
            new NodeSettings.Face(state.language(), ZoneId.of("America/Bogota"), true),
            new NodeSettings.Web(state.host(), LOOPBACK, plan.ports().web(state), List.of()),
            new NodeSettings.Peering(plan.peerHost(), LOOPBACK, plan.ports().peer(state)),
            new NodeSettings.Database.Embedded(),
            new NodeSettings.Unlock.KeyFile(keyFile),
            data.ledgerMirror());
    new NodeBirth(data, settings, random)
        .make(Unlocking.KeyFile.create(keyFile, random), List.of(), OpenNode.systemClock().now());
  }

  /// Colombia's agreement with {@code other}, signed by the root keys of both.
  private SignedInstrument sign(DemoState other)
      throws IOException, KeysException, InstrumentException, NoteException {
    List<SigningKey> ours = roots(DemoState.CO);
    List<SigningKey> theirs = roots(other);
    LocalDate today = OpenNode.systemClock().now().atZone(ZoneOffset.UTC).toLocalDate();
    String text =
        withParty(withParty(template("co-" + other.key()), DemoState.CO, ours), other, theirs)
            .replace("${in-force.on}", today.minusDays(30).toString())
            .replace("${review.by}", today.plusYears(2).toString());
    Note note = Note.unsigned(plan.text().apply(text));
    for (SigningKey key : Stream.concat(ours.stream(), theirs.stream()).toList()) {
      note = note.sign(key, OpenNode.systemClock().now());
    }
    Files.write(folder.resolve("co-" + other.key() + ".instrument"), note.bytes().toArray());
    return SignedInstrument.verify(note.bytes());
  }

  /// Fills in a party's node and its two root keys: Ed25519 first, ML-DSA-44 second.
  private static String withParty(String text, DemoState party, List<SigningKey> roots) {
    String prefix = "${" + party.key();
    return text.replace(prefix + ".node}", party.node().value())
        .replace(prefix + ".root.ed25519}", roots.getFirst().verifierKey().text())
        .replace(prefix + ".root.ml-dsa-44}", roots.getLast().verifierKey().text());
  }

  private List<SigningKey> roots(DemoState state) throws KeysException {
    Path keyFile = folder.resolve("unlock").resolve(state.key() + ".key");
    return Keyring.root(Vault.open(data(state).root(), new Unlocking.KeyFile(keyFile), random));
  }

  private static void accounts(OpenNode node, DemoState state) throws LoginException {
    for (DemoState.Account account : state.accounts()) {
      node.accounts().createSample(state.officer(account), account.password());
    }
    Officer authority = state.officer(state.authority());
    node.accounts()
        .putKeyInForce(
            authority.id(), node.accounts().makeKey(authority.id(), state.authority().password()));
  }

  private void adopt(OpenNode node, DemoState state, List<SignedInstrument> signed)
      throws IOException, ExchangeException {
    Officer operator = state.officer(state.operator());
    List<SignedInstrument> own =
        signed.stream().filter(each -> each.instrument().party(state.code()).isPresent()).toList();
    for (SignedInstrument each : own) {
      node.core()
          .with(exchange -> {
            exchange.standings().adopt(operator, each);
            return true;
          });
    }
    for (DemoState party : plan.states()) {
      if (own.stream().anyMatch(each -> each.instrument().party(party.code()).isPresent())) {
        adoptRecord(node, operator, party);
      }
    }
  }

  private void adoptRecord(OpenNode node, Officer operator, DemoState party)
      throws IOException, ExchangeException {
    String text = Files.readString(data(party).nodeRecord());
    node.core()
        .with(exchange -> {
          exchange.standings().adoptNodeRecord(operator, text);
          return true;
        });
  }

  private static void holdings(OpenNode node, DemoState state)
      throws IOException, ExchangeException, StepFailedException {
    HoldingFiles files = new HoldingFiles(node.core(), OpenNode.systemClock());
    Bytes subjects = resource("/samples/holdings/" + state.key() + "-subjects.jsonl");
    loaded(files.subjects(state.officer(state.analyst()), subjects));
    Bytes guarded = resource("/samples/holdings/" + state.key() + "-protected.jsonl");
    loaded(files.sealed(state.officer(state.rights()), ConcealedFact.PROTECTED_PERSON, guarded));
  }

  private static void loaded(Imports.Report report) throws StepFailedException {
    StepFailedException.unless(report.problem().isEmpty(), report.problem().toString());
  }

  private static String template(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Ceremony.class.getResourceAsStream("/samples/templates/" + name + ".yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Bytes resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(Ceremony.class.getResourceAsStream(name))) {
      return Bytes.copyOf(in.readAllBytes());
    }
  }
}
