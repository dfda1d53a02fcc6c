// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.bytes.Hash;
import lat.enlace.note.CheckpointBody;
import lat.enlace.note.NoteException;

/// The head of a log: origin, number of entries, root of the tree over them (C2SP tlog-checkpoint,
/// without extension lines). A claim until it is signed and verified.
public record Checkpoint(Origin origin, long size, Hash root) {
  /// Checks the size, and that an empty tree has the empty root.
  public Checkpoint {
    if (size < 0) {
      throw new IllegalArgumentException("negative tree size");
    }
    if (size == 0 && !root.equals(TreeHash.EMPTY)) {
      throw new IllegalArgumentException("an empty tree has another root");
    }
  }

  /// Reads the text of a checkpoint.
  ///
  /// @throws LedgerException with code CHECKPOINT or ORIGIN_FORM
  public static Checkpoint parse(String text) throws LedgerException {
    CheckpointBody body;
    try {
      body = CheckpointBody.parse(text);
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.CHECKPOINT, e);
    }
    if (body.size() == 0 && !body.root().equals(TreeHash.EMPTY)) {
      throw new LedgerException(LedgerException.Code.CHECKPOINT);
    }
    return new Checkpoint(Origin.parse(body.origin()), body.size(), body.root());
  }

  /// The three lines, newline at the end: what is signed.
  public String text() {
    return new CheckpointBody(origin.value(), size, root).text();
  }
}
