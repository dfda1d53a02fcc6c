// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.Sender;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.dispatch.DispatchCodec;
import lat.enlace.wire.seal.Sealer;

/// What a liar makes with keys of its own: entries behind the back of its core, in its log or in
/// another history, and sealed batches around them.
final class Forgery {
  private static final int GROUP = 4;

  private final TestNode liar;
  private final SplittableRandom random;

  Forgery(TestNode liar, SplittableRandom random) {
    this.liar = liar;
    this.random = random;
  }

  /// Adds entries to the liar's true log and extracts them.
  LogExtract logged(List<Bytes> contents, EntryType type, TestNode reader)
      throws ExchangeException {
    liar.guillotine().rest();
    liar.core().close();
    try {
      return extract(liar.log(), contents, type, seenBy(reader), 0);
    } finally {
      liar.open();
    }
  }

  /// Extracts entries of another history: the log as it was in {@code storage}, gone on until it
  /// has at least {@code size} entries.
  LogExtract inAnotherHistory(
      LogStorage storage, List<Bytes> contents, EntryType type, TestNode reader, long size) {
    return extract(storage, contents, type, seenBy(reader), size);
  }

  private LogExtract extract(
      LogStorage storage, List<Bytes> contents, EntryType type, long from, long atLeast) {
    LogPorts ports = new LogPorts(storage, liar.keys().logSigner(), () -> liar.clock().now());
    try (Log log = Log.open(ports, LogSettings.STANDARD).log()) {
      while (log.size() + GROUP < atLeast) {
        log.append(leaves(List.of(), EntryType.PADDING));
      }
      List<Opening> openings =
          contents.stream()
              .map(content -> new Opening(bytes(Opening.SALT_BYTES), content))
              .toList();
      long first = log.append(leaves(openings, type)).firstIndex();
      SignedCheckpoint head = log.publish();
      List<ProvenEntry> entries = new ArrayList<>();
      for (int i = 0; i < openings.size(); i++) {
        entries.add(
            new ProvenEntry(
                first + i,
                openings.get(i).salt(),
                log.view().inclusion(first + i).path(),
                openings.get(i).content()));
      }
      long known = Math.min(from, log.size());
      ConsistencyPath path = new ConsistencyPath(known, log.view().consistencyFrom(known).path());
      return new LogExtract(1, head.bytes(), path, entries);
    } catch (LedgerException | LogStorageException e) {
      throw new IllegalStateException("memory holds a liar's log too", e);
    }
  }

  private List<Bytes> leaves(List<Opening> openings, EntryType type) {
    List<Bytes> leaves = new ArrayList<>();
    openings.forEach(opening -> leaves.add(opening.commit(type).entry()));
    while (leaves.isEmpty() || leaves.size() % GROUP != 0) {
      leaves.add(
          new Opening(bytes(Opening.SALT_BYTES), Bytes.EMPTY).commit(EntryType.PADDING).entry());
    }
    return leaves;
  }

  /// A batch of this extract, sealed to {@code to}.
  Bytes sealed(LogExtract extract, TestNode to, List<Hash> instruments) {
    long oldest = to.keys().sealingNumbers().stream().min(Long::compare).orElseThrow();
    Batch batch = new Batch(liar.id(), to.id(), oldest, 0, extract);
    try {
      return Sealer.seal(
              batch,
              instruments,
              to.keys().sealingKeys().getFirst().recipientKey(),
              bytes(Sealer.RANDOMNESS_BYTES))
          .toBytes();
    } catch (WireException e) {
      throw new IllegalStateException("a liar's batch has the form of a batch", e);
    }
  }

  /// How much of the liar's log {@code reader} has verified.
  long seenBy(TestNode reader) {
    return reader.core().links().headSeen(liar.id()).map(Forgery::size).orElse(0L);
  }

  static long size(Bytes checkpoint) {
    try {
      return SignedCheckpoint.parse(checkpoint).checkpoint().size();
    } catch (LedgerException e) {
      throw new IllegalStateException("nodes keep checkpoints", e);
    }
  }

  /// A dispatch by an officer of {@code kind}.
  Dispatch dispatch(
      DispatchId id, NodeId from, NodeId to, Basis basis, Body body, AgencyKind kind, Instant at) {
    String state = liar.identity().state().value().toLowerCase(Locale.ROOT);
    Agency agency = new Agency(new AgencyId(state + "-alguien"), liar.identity().state(), kind);
    Sender sender = new Sender(agency, new UnitId("unidad-uno"), Role.ANALYST, pseudonym());
    Header header =
        new Header(
            id,
            body.kind(),
            1,
            from,
            to,
            sender,
            basis,
            new Handling(Set.of(HandlingCode.H0), Handling.LEAST.action()),
            Urgency.U8H,
            at.truncatedTo(ChronoUnit.MILLIS),
            Language.ES);
    return new Dispatch(header, body);
  }

  static Bytes bytes(Dispatch dispatch) {
    try {
      return DispatchCodec.encode(dispatch);
    } catch (WireException e) {
      throw new IllegalStateException("a liar's dispatch has the form of a dispatch", e);
    }
  }

  static String text(Dispatch dispatch) {
    return new String(bytes(dispatch).toArray(), StandardCharsets.UTF_8);
  }

  OfficerPseudonym pseudonym() {
    byte[] digest = Hash.sha256(bytes(Long.BYTES)).value().toArray();
    return new OfficerPseudonym(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  DispatchId freshId(Instant at) {
    return DispatchId.of(at, random.nextLong(), random.nextLong());
  }

  Bytes bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }
}
