// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import static lat.enlace.demo.StepFailedException.unless;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links.Outgoing;
import lat.enlace.exchange.Officer;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.node.peer.PeerAnswer;
import lat.enlace.node.peer.PeerBounds;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.node.peer.PeerTls;
import lat.enlace.node.wiring.OpenNode;
import lat.enlace.node.wiring.Unlocker;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;
import lat.enlace.wire.seal.SealingKey;

/// Brazil's node after a liar took it over: he has all its keys and tries what a partner can try on
/// Colombia's running node.
final class Liar implements AutoCloseable {
  private static final NodeId SELF = DemoState.BR.node();
  private static final NodeId VICTIM = DemoState.CO.node();

  private final OpenNode node;
  private final PeerClient client;
  private final Keyring victim;
  private final SecureRandom random = new SecureRandom();

  private Liar(OpenNode node, Keyring victim) {
    this.node = node;
    this.victim = victim;
    this.client =
        new PeerClient(
            new PeerTls(node.tls(), pin -> Optional.of(VICTIM), OpenNode.systemClock(), random),
            PeerBounds.USUAL);
  }

  /// Takes over the stopped node in {@code own}; reads the victim's sealing key to open what he
  /// himself sealed, which spares writing a second core.
  static Liar takeOver(Path own, Path victim)
      throws ConfigException, KeysException, ExchangeException {
    Unlocker unlocker = new Unlocker(Map.of());
    DataFolder folder = new DataFolder(victim);
    Vault vault =
        Vault.open(
            victim, unlocker.unlocking(SettingsFile.read(folder).unlock()), new SecureRandom());
    return new Liar(OpenNode.open(new DataFolder(own), unlocker), Keyring.open(vault));
  }

  /// A bit of a sealed batch changed on its way.
  String tamperedBatch() throws InterruptedException, StepFailedException {
    byte[] envelope = genuine().envelope().toArray();
    envelope[envelope.length - 20] ^= 1;
    return refused(Bytes.copyOf(envelope), "UNSEAL_FAILED");
  }

  /// A genuine batch, twice: the second changes nothing and gets the first's receipts again.
  String repeatedBatch() throws InterruptedException, StepFailedException {
    Outgoing genuine = genuine();
    Bytes answer = answerTo(genuine.envelope());
    if (parsed(answer) instanceof Ack.Refused) {
      // The last answer before the node was stopped may not have reached its core; this one tells
      // it where the victim stands.
      learn(genuine, answer);
      genuine = genuine();
      answer = answerTo(genuine.envelope());
    }
    List<Long> first = receipts(parsed(answer));
    List<Long> second = receipts(post(genuine.envelope()));
    unless(!first.isEmpty() && first.equals(second), "the repetition got receipts of its own");
    return "taken once; the repetition got the same receipt, entry " + first;
  }

  /// A dispatch that his own log does not hold, beside proofs of one that it does.
  String unloggedDispatch() throws InterruptedException, StepFailedException, WireException {
    Batch honest = opened(genuine());
    List<ProvenEntry> forged = new ArrayList<>();
    for (ProvenEntry entry : honest.extract().entries()) {
      byte[] content = entry.content().toArray();
      content[content.length - 3] ^= 1;
      forged.add(
          new ProvenEntry(entry.leafIndex(), entry.salt(), entry.path(), Bytes.copyOf(content)));
    }
    LogExtract extract = honest.extract();
    return refused(
        resealed(
            honest,
            new LogExtract(
                extract.nodeRecord(), extract.checkpoint(), extract.consistency(), forged)),
        "UNPROVEN_ENTRY");
  }

  /// A second history of his log, as long as what was seen of the first, with valid signatures and
  /// proofs.
  String forkedLog(Path scratch)
      throws InterruptedException,
          StepFailedException,
          WireException,
          LedgerException,
          LogStorageException {
    Batch honest = opened(genuine());
    ProvenEntry told = honest.extract().entries().getLast();
    long seen = SignedCheckpoint.parse(honest.extract().checkpoint()).checkpoint().size();
    LogPorts ports =
        new LogPorts(
            new FileLogStorage(scratch), node.keyring().logSigner(), InstantSource.system());
    try (Log other = Log.create(ports, LogSettings.STANDARD)) {
      List<Bytes> history = new ArrayList<>();
      for (long i = 0; i < seen; i++) {
        history.add(
            i == told.leafIndex()
                ? new Opening(told.salt(), told.content()).commit(EntryType.DISPATCH).entry()
                : new Opening(fresh(Opening.SALT_BYTES), Bytes.EMPTY)
                    .commit(EntryType.PADDING)
                    .entry());
      }
      other.append(history);
      Bytes checkpoint = other.publish().bytes();
      var view = other.view();
      LogExtract forked =
          new LogExtract(
              honest.extract().nodeRecord(),
              checkpoint,
              new ConsistencyPath(seen, view.consistencyFrom(seen).path()),
              List.of(
                  new ProvenEntry(
                      told.leafIndex(),
                      told.salt(),
                      view.inclusion(told.leafIndex()).path(),
                      told.content())));
      return refused(resealed(honest, forked), "FORK");
    }
  }

  /// The next batch the node's own core would send: a whereabouts inquiry for the victim.
  private Outgoing genuine() throws StepFailedException {
    try {
      return node.core()
          .with(exchange -> {
            if (exchange.links().next(VICTIM).isEmpty()) {
              exchange
                  .whereabouts()
                  .inquire(
                      officer(),
                      VICTIM,
                      "2026-BR-H-1",
                      "pedido da família",
                      missing(),
                      WhereaboutsBody.Inquiry.AskedBy.FAMILY);
            }
            return exchange.links().next(VICTIM).orElseThrow();
          });
    } catch (ExchangeException e) {
      throw new StepFailedException("the liar's own core refused: " + e.code(), e);
    }
  }

  private Batch opened(Outgoing outgoing) throws WireException, StepFailedException {
    SealedBatch sealed = SealedBatch.parse(outgoing.envelope());
    return Sealer.open(sealed, SELF, victimKey(sealed.recipientRecord())).batch();
  }

  private SealingKey victimKey(long number) throws StepFailedException {
    return victim
        .sealingKey(number)
        .orElseThrow(() -> new StepFailedException("the victim has no sealing key " + number));
  }

  private Bytes resealed(Batch honest, LogExtract extract)
      throws WireException, StepFailedException {
    Batch batch =
        new Batch(
            honest.sender(),
            honest.recipient(),
            honest.recipientRecord(),
            honest.recipientSeen(),
            extract);
    return Sealer.seal(
            batch,
            List.of(),
            victimKey(honest.recipientRecord()).recipientKey(),
            fresh(Sealer.RANDOMNESS_BYTES))
        .toBytes();
  }

  /// Any other refusal would hide that the lie itself went unseen.
  private String refused(Bytes envelope, String code)
      throws InterruptedException, StepFailedException {
    return switch (post(envelope)) {
      case Ack.Accepted accepted -> throw new StepFailedException("the victim took it");
      case Ack.Refused refused -> {
        unless(refused.code().value().equals(code), "refused, but as " + refused.code().value());
        yield "refused: " + code;
      }
    };
  }

  private static List<Long> receipts(Ack ack) throws StepFailedException {
    return switch (ack) {
      case Ack.Accepted accepted ->
          accepted.extract().entries().stream().map(ProvenEntry::leafIndex).toList();
      case Ack.Refused refused ->
          throw new StepFailedException("a genuine batch was refused: " + refused.code().value());
    };
  }

  private void learn(Outgoing outgoing, Bytes answer) throws StepFailedException {
    try {
      node.core()
          .with(exchange -> {
            exchange.links().delivered(outgoing, answer);
            return true;
          });
    } catch (ExchangeException e) {
      throw new StepFailedException("the liar's own core refused: " + e.code(), e);
    }
  }

  private Ack post(Bytes envelope) throws InterruptedException, StepFailedException {
    return parsed(answerTo(envelope));
  }

  private static Ack parsed(Bytes answer) throws StepFailedException {
    try {
      return Ack.parse(answer);
    } catch (WireException e) {
      throw new StepFailedException("no acknowledgement: " + e.code(), e);
    }
  }

  private Bytes answerTo(Bytes envelope) throws InterruptedException, StepFailedException {
    String endpoint = "https://127.0.0.1:" + DemoState.CO.peerPort();
    return switch (client.post(VICTIM, endpoint, envelope)) {
      case PeerAnswer.Body(Bytes body) -> body;
      case PeerAnswer.Failed failed -> throw new StepFailedException("no answer: " + failed);
    };
  }

  private Bytes fresh(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }

  private static Officer officer() {
    return DemoState.BR.officer(DemoState.BR.duty());
  }

  private static Entity missing() {
    return Invented.missing();
  }

  @Override
  public void close() {
    client.close();
    node.close();
  }
}
