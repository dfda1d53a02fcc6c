// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/// Rebuilds a whole log from its entry bundles and compares every file with what they give: tiles
/// of all widths, journal, root, signatures. Reads only; needs nothing but the files and the keys.
///
/// Meant for a log nobody is writing to. On one whose writer died it names what opening it will
/// mend.
public final class Fsck {
  private final LogSource source;
  private final List<VerifierKey> keys;

  private Fsck(LogSource source, Collection<VerifierKey> keys) {
    this.source = source;
    this.keys = List.copyOf(keys);
  }

  /// Checks the log in `source`. Every key in `keys` must have signed its checkpoint; with no keys,
  /// signatures are not checked.
  ///
  /// @throws LogStorageException if the files cannot be read
  public static FsckReport check(LogSource source, Collection<VerifierKey> keys)
      throws LogStorageException {
    return new Fsck(source, keys).run();
  }

  private FsckReport run() throws LogStorageException {
    FsckFiles files = FsckFiles.of(source);
    SignedCheckpoint signed = readCheckpoint(files);
    FsckJournal journal = FsckJournal.read(files);
    long size = signed == null ? journal.end() : signed.checkpoint().size();
    FsckTree tree = new FsckTree(files, journal, size);
    tree.rebuild();
    if (signed != null && !tree.root().equals(signed.checkpoint().root())) {
      files.find(LogFiles.CHECKPOINT, FsckFinding.Problem.ROOT_MISMATCH);
    }
    files.reportUnseen();
    return new FsckReport(signed, tree.root(), tree.pending(), !keys.isEmpty(), files.findings());
  }

  private @Nullable SignedCheckpoint readCheckpoint(FsckFiles files) throws LogStorageException {
    Optional<Bytes> file = files.read(LogFiles.CHECKPOINT);
    if (file.isEmpty()) {
      files.find(LogFiles.CHECKPOINT, FsckFinding.Problem.MISSING);
      return null;
    }
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(file.get());
      if (!keys.isEmpty()) {
        signed.note().verifyAll(keys);
      }
      return signed;
    } catch (LedgerException e) {
      files.find(LogFiles.CHECKPOINT, FsckFinding.Problem.UNREADABLE);
      return null;
    } catch (NoteException e) {
      files.find(LogFiles.CHECKPOINT, FsckFinding.Problem.SIGNATURE);
      return null;
    }
  }
}
