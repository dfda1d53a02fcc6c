// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.instrument.node.Endpoint;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.OperationalKeys;
import lat.enlace.instrument.node.SealingTerm;
import lat.enlace.ledger.LogSigner;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import lat.enlace.wire.seal.SealingKey;

/// All keys of one invented state, grown from its name and a seed. Never fit for anything real.
public final class TestKeys implements NodeKeys {
  private static final Duration STEP = Duration.ofDays(6);

  private final StateCode state;
  private final NodeId node;
  private final long seed;
  private final List<SigningKey> root;
  private LogSigner log;
  private final List<EndedLog> succeeds = new ArrayList<>();
  private final NavigableMap<Long, SealingKey> sealing = new TreeMap<>();
  private final List<Bytes> prepared = new ArrayList<>();

  /// What was signed already, and what grew: all of it follows from state, node and seed.
  private final Map<String, Bytes> notes;

  private final Map<Long, SealingKey> grownSealing;

  /// The same keys for a node of another run: dear to grow, and to sign with, once for each.
  public TestKeys(TestKeys model) {
    this.state = model.state;
    this.node = model.node;
    this.seed = model.seed;
    this.root = model.root;
    this.log = model.log;
    this.notes = model.notes;
    this.grownSealing = model.grownSealing;
    sealing.put(1L, Objects.requireNonNull(model.sealing.get(1L)));
  }

  /// The keys of {@code state}'s node.
  public TestKeys(StateCode state, NodeId node, long seed) {
    this.state = state;
    this.node = node;
    this.seed = seed;
    this.notes = new ConcurrentHashMap<>();
    this.grownSealing = new ConcurrentHashMap<>();
    KeyName rootName = new KeyName(state.value().toLowerCase(Locale.ROOT) + ".example/root");
    this.root =
        List.of(
            SigningKey.fromSeed(rootName, SignatureType.ED25519, grown("root-ed25519")),
            SigningKey.fromSeed(rootName, SignatureType.ML_DSA_44_TEXT, grown("root-ml-dsa-44")));
    KeyName logName = new KeyName(node.value());
    this.log =
        new LogSigner(
            SigningKey.fromSeed(logName, SignatureType.ED25519, grown("log-ed25519")),
            SigningKey.fromSeed(
                logName, SignatureType.ML_DSA_44_COSIGNATURE, grown("log-ml-dsa-44")));
    sealing.put(1L, SealingKey.of(grown("sealing")));
  }

  /// The root keys, Ed25519 first.
  public List<SigningKey> root() {
    return root;
  }

  @Override
  public List<VerifierKey> rootKeys() {
    return root.stream().map(SigningKey::verifierKey).toList();
  }

  @Override
  public LogSigner logSigner() {
    return log;
  }

  /// The sealing keys not destroyed, the newest last.
  public List<SealingKey> sealingKeys() {
    return List.copyOf(sealing.values());
  }

  @Override
  public Optional<SealingKey> sealingKey(long number) {
    return Optional.ofNullable(sealing.get(number));
  }

  @Override
  public Set<Long> sealingNumbers() {
    return Set.copyOf(sealing.keySet());
  }

  @Override
  public void destroySealingKey(long number) {
    sealing.remove(number);
  }

  @Override
  public List<Bytes> preparedRecords() {
    return List.copyOf(prepared);
  }

  /// The root keys sign records for {@code weeks} more weeks, each in force a day before the
  /// sealing key of the one before it ends.
  public void prepare(int weeks, Instant first, Instant until) {
    for (long number = 2; number < 2L + weeks; number++) {
      sealingKeyOf(number);
      prepared.add(nodeRecord(number, first.plus(STEP.multipliedBy(number - 1)), until));
    }
  }

  /// The root keys sign the one record that is due next, as {@link #prepare} would have.
  public void prepareNext(Instant first, Instant now, Instant until) {
    long number = 2 + Math.max(0, Duration.between(first, now).toDays()) / STEP.toDays();
    sealingKeyOf(number);
    prepared.clear();
    prepared.add(nodeRecord(number, first.plus(STEP.multipliedBy(number - 1)), until));
  }

  @Override
  public Bytes pseudonymSecret() {
    return grown("pseudonyms");
  }

  /// The log ended; fresh keys sign its successor.
  public void succeed(EndedLog ended) {
    KeyName name = new KeyName(node.value() + "/2");
    sealing.put(2L, SealingKey.of(grown("sealing-2")));
    succeeds.clear();
    succeeds.add(ended);
    log =
        new LogSigner(
            SigningKey.fromSeed(name, SignatureType.ED25519, grown("log-2-ed25519")),
            SigningKey.fromSeed(
                name, SignatureType.ML_DSA_44_COSIGNATURE, grown("log-2-ml-dsa-44")));
  }

  /// What stands for the TLS key.
  public Hash tls() {
    return Hash.sha256(grown("tls"));
  }

  private SealingKey sealingKeyOf(long number) {
    return sealing.computeIfAbsent(
        number,
        made -> grownSealing.computeIfAbsent(made, one -> SealingKey.of(grown("sealing-" + one))));
  }

  /// A node record with these keys, signed by the root keys.
  public Bytes nodeRecord(long number, Instant issued, Instant until) {
    return nodeRecord(number, issued, until, tls());
  }

  /// The same, naming another TLS key.
  public Bytes nodeRecord(long number, Instant issued, Instant until, Hash tls) {
    var keys =
        new OperationalKeys(
            log.keys().all(),
            0,
            List.of(tls),
            List.of(
                new SealingTerm(
                    sealingKeyOf(number).recipientKey().value(),
                    issued,
                    issued.plus(SealingTerm.MAX_LIFE))));
    NodeRecord nodeRecord =
        new NodeRecord(
            node,
            number,
            issued,
            until,
            keys,
            succeeds,
            List.of(
                new Endpoint("https://" + state.value().toLowerCase(Locale.ROOT) + ".example")));
    return signed(nodeRecord.text(), issued);
  }

  /// {@code text} as a note signed by the root keys.
  public Bytes signed(String text, Instant at) {
    return notes.computeIfAbsent(at + "\n" + text, _ -> sign(text, at));
  }

  private Bytes sign(String text, Instant at) {
    try {
      Note note = Note.unsigned(text);
      for (SigningKey key : root) {
        note = note.sign(key, at);
      }
      return note.bytes();
    } catch (NoteException e) {
      throw new IllegalStateException("root keys sign any text", e);
    }
  }

  private Bytes grown(String purpose) {
    return Hash.sha256(Bytes.utf8(state + " " + purpose + " " + seed)).value();
  }
}
