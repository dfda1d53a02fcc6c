// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;

/// Creates a log, or opens one after whatever happened to it (`docs/spec/ledger.md`, "Opening").
final class LogOpening {
  private final LogPorts ports;
  private final LogSettings settings;
  private final LogStorage storage;

  LogOpening(LogPorts ports, LogSettings settings) {
    this.ports = ports;
    this.settings = settings;
    this.storage = ports.storage();
  }

  Log create() throws LedgerException, LogStorageException {
    LogLease lease = storage.lease();
    try {
      storage.level();
      if (!storage.list(JournalSegment.FOLDER).isEmpty() || !storage.list("tile").isEmpty()) {
        throw new LedgerException(LedgerException.Code.LOG_EXISTS);
      }
      TreeWriter tree = new TreeWriter(new LogFiles(storage), LogBase.empty());
      SignedCheckpoint empty = sign(tree);
      tree.files().writeCheckpoint(empty);
      tree.settle();
      return new Log(ports, settings, new LogStart(lease, tree, empty));
    } catch (LedgerException | LogStorageException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  OpenedLog open() throws LedgerException, LogStorageException {
    LogLease lease = storage.lease();
    try {
      storage.level();
      List<JournalSegment> journal = readJournal();
      VerifiedCheckpoint found = readCheckpoint();
      TreeWriter tree = replay(journal, found);
      SignedCheckpoint published = publish(tree, found);
      Recovery recovery =
          new Recovery(
              tree.size(),
              tree.size() - journal.getFirst().firstIndex(),
              found.size(),
              journal.stream().mapToInt(JournalSegment::droppedBytes).sum());
      Log log = new Log(ports, settings, new LogStart(lease, tree, published));
      return new OpenedLog(log, recovery);
    } catch (LedgerException | LogStorageException | RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /// The segments, oldest first. One that ends in a torn record may have another after it, begun
  /// while a writer recovered; that nothing is missing between them is checked by {@link Replay}.
  private List<JournalSegment> readJournal() throws LedgerException, LogStorageException {
    List<JournalSegment> segments = new ArrayList<>();
    for (String path : storage.list(JournalSegment.FOLDER)) {
      JournalSegment segment = JournalSegment.parse(required(storage.read(path)));
      if (!path.equals(JournalSegment.path(segment.firstIndex()))) {
        throw new LedgerException(LedgerException.Code.CORRUPT);
      }
      segments.add(segment);
    }
    if (segments.isEmpty()) {
      throw new LedgerException(LedgerException.Code.NO_LOG);
    }
    return segments;
  }

  private VerifiedCheckpoint readCheckpoint() throws LedgerException, LogStorageException {
    Bytes file = required(storage.read(LogFiles.CHECKPOINT));
    SignedCheckpoint signed = SignedCheckpoint.parse(file);
    LedgerException refused;
    try {
      return ports.signer().keys().verify(signed);
    } catch (LedgerException e) {
      refused = e;
    }
    for (LogKeys former : ports.former()) {
      try {
        return former.verify(signed);
      } catch (LedgerException e) {
        refused.addSuppressed(e);
      }
    }
    throw refused;
  }

  /// Whatever was published must still be there: otherwise acknowledged entries are lost, and to go
  /// on would fork the log.
  private TreeWriter replay(List<JournalSegment> journal, VerifiedCheckpoint found)
      throws LedgerException, LogStorageException {
    JournalSegment oldest = journal.getFirst();
    LogBase base = LogBase.load(storage, oldest.firstIndex(), oldest.root());
    TreeWriter tree = new TreeWriter(new LogFiles(storage), base);
    boolean reached = new Replay(tree, found, storage.list("tile")).all(journal);
    if (found.size() > tree.size()) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    if (!reached && !new LogReader(storage).at(found.size()).root().equals(found.root())) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    return tree;
  }

  private SignedCheckpoint publish(TreeWriter tree, VerifiedCheckpoint found)
      throws LedgerException, LogStorageException {
    tree.writePartials();
    SignedCheckpoint published = found.signed();
    boolean current = found.size() == tree.size() && found.keys().equals(ports.signer().keys());
    if (!current) {
      published = sign(tree);
      tree.files().writeCheckpoint(published);
    }
    tree.settle();
    return published;
  }

  private SignedCheckpoint sign(TreeWriter tree) throws LedgerException {
    Checkpoint head = new Checkpoint(ports.signer().origin(), tree.size(), tree.root());
    return ports.signer().sign(head, ports.clock().instant());
  }

  private static Bytes required(Optional<Bytes> file) throws LedgerException {
    return file.orElseThrow(() -> new LedgerException(LedgerException.Code.MISSING));
  }
}
