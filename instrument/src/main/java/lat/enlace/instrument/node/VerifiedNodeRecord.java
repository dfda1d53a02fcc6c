// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Party;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifiedNote;
import lat.enlace.note.VerifierKey;

/// A node record that all root keys of the node's state signed. Made only by {@link #verify}; says
/// nothing about the time.
public final class VerifiedNodeRecord {
  private final NodeRecord nodeRecord;
  private final VerifiedNote note;

  private VerifiedNodeRecord(NodeRecord nodeRecord, VerifiedNote note) {
    this.nodeRecord = nodeRecord;
    this.note = note;
  }

  /// Verifies a signed note under the root keys that an instrument names for {@code party}.
  ///
  /// @throws InstrumentException with code NOTE, MISSING_SIGNATURE, TEXT, or NODE_RECORD if the
  ///   record is of another node
  public static VerifiedNodeRecord verify(Bytes encoded, Party party) throws InstrumentException {
    VerifiedNote note = verifyNote(encoded, party.rootKeys());
    NodeRecord parsed = NodeRecordText.read(note.text());
    if (!parsed.node().equals(party.node())) {
      throw new InstrumentException(InstrumentException.Code.NODE_RECORD);
    }
    return new VerifiedNodeRecord(parsed, note);
  }

  private static VerifiedNote verifyNote(Bytes encoded, List<VerifierKey> rootKeys)
      throws InstrumentException {
    try {
      return Note.parse(encoded).verifyAll(rootKeys);
    } catch (NoteException e) {
      boolean missing =
          e.code() == NoteException.Code.MISSING_SIGNATURE
              || e.code() == NoteException.Code.NO_KNOWN_SIGNATURE;
      throw new InstrumentException(
          missing ? InstrumentException.Code.MISSING_SIGNATURE : InstrumentException.Code.NOTE, e);
    }
  }

  /// What was signed.
  public NodeRecord nodeRecord() {
    return nodeRecord;
  }

  /// The note with its signatures, as it is stored and sent.
  public VerifiedNote note() {
    return note;
  }

  @Override
  public String toString() {
    return "VerifiedNodeRecord[" + nodeRecord.node() + " " + nodeRecord.number() + "]";
  }
}
