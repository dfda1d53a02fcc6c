// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.Accession;
import lat.enlace.instrument.AccessionReader;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.InstrumentReader;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifierKey;

/// A text put in to be read, signed and adopted: an agreement, or the accession of a state to one.
/// It binds nobody until every party signed and this node adopts it.
sealed interface Proposal {
  /// The text with the signatures so far.
  Note note();

  /// Every key that must sign.
  List<VerifierKey> signers();

  /// What would be adopted.
  ///
  /// @throws InstrumentException with code MISSING_SIGNATURE while one lacks
  SignedInstrument signed() throws InstrumentException;

  /// An agreement, or a newer text of one.
  record Agreement(Note note, InstrumentText text, Instrument instrument) implements Proposal {
    @Override
    public List<VerifierKey> signers() {
      return SignedInstrument.signers(instrument);
    }

    @Override
    public SignedInstrument signed() throws InstrumentException {
      return SignedInstrument.verify(note.bytes());
    }
  }

  /// A state that joins {@code base}.
  record Joining(Note note, Accession accession, SignedInstrument base) implements Proposal {
    @Override
    public List<VerifierKey> signers() {
      return base.signers(accession);
    }

    @Override
    public SignedInstrument signed() throws InstrumentException {
      return base.acceded(note.bytes());
    }
  }

  /// Reads what was put in: a bare text or a signed note.
  ///
  /// @throws InstrumentException with the problems of the text, by line
  static Proposal read(Bytes given, Standings standings) throws InstrumentException {
    Note note = note(given);
    InstrumentText text = InstrumentText.of(Bytes.utf8(note.text()));
    Optional<Proposal> joining = joining(note, text, standings);
    return joining.isPresent()
        ? joining.get()
        : new Agreement(note, text, InstrumentReader.read(text));
  }

  private static Note note(Bytes given) throws InstrumentException {
    try {
      return Note.parse(given);
    } catch (NoteException notSigned) {
      try {
        return Note.unsigned(InstrumentText.of(given).value());
      } catch (NoteException e) {
        throw new InstrumentException(InstrumentException.Code.NOTE, e);
      }
    }
  }

  /// An accession names the agreement that it joins; it is read against that one.
  private static Optional<Proposal> joining(Note note, InstrumentText text, Standings standings)
      throws InstrumentException {
    if (!text.value().lines().anyMatch(line -> line.equals("format: " + AccessionReader.FORMAT))) {
      return Optional.empty();
    }
    for (Standings.Adopted adopted : standings.instruments()) {
      String named = "instrument: " + adopted.instrument().id();
      Optional<SignedInstrument> base = standings.text(adopted.instrument().id());
      if (base.isPresent() && text.value().lines().anyMatch(named::equals)) {
        Accession accession = AccessionReader.read(text, base.get().instrument());
        return Optional.of(new Joining(note, accession, base.get()));
      }
    }
    throw new InstrumentException(InstrumentException.Code.OTHER_TEXT);
  }
}
