// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifiedNote;
import lat.enlace.note.VerifierKey;

/// An instrument that every party signed with all its root keys, and the accessions since. Made
/// only by verification; says nothing about its standing today, nor whose root keys these are: that
/// is settled when people compare fingerprints.
public final class SignedInstrument {
  private final InstrumentText text;
  private final Instrument instrument;
  private final VerifiedNote note;
  private final List<VerifiedNote> accessions;
  private final InstrumentRef ref;

  private SignedInstrument(
      InstrumentText text,
      Instrument instrument,
      VerifiedNote note,
      List<VerifiedNote> accessions) {
    this.text = text;
    this.instrument = instrument;
    this.note = note;
    this.accessions = List.copyOf(accessions);
    this.ref = new InstrumentRef(instrument.id(), text.hash());
  }

  /// Reads a signed note and verifies every party's signatures.
  ///
  /// @throws InstrumentException with code NOTE, TEXT or MISSING_SIGNATURE
  public static SignedInstrument verify(Bytes encoded) throws InstrumentException {
    Note note = parse(encoded);
    InstrumentText text = InstrumentText.of(Bytes.utf8(note.text()));
    Instrument instrument = InstrumentReader.read(text);
    VerifiedNote verified = verifyAll(note, signers(instrument));
    return new SignedInstrument(text, instrument, verified, List.of());
  }

  /// This instrument with one party more.
  ///
  /// @param encoded an accession as a note, signed by the joining state and, where the instrument
  ///   says so, by every party
  /// @throws InstrumentException with code NOTE, TEXT, OTHER_TEXT, ACCESSION or MISSING_SIGNATURE
  public SignedInstrument acceded(Bytes encoded) throws InstrumentException {
    Note addendum = parse(encoded);
    Accession accession =
        AccessionReader.read(InstrumentText.of(Bytes.utf8(addendum.text())), instrument);
    if (!accession.instrument().equals(instrument.id()) || !accession.text().equals(text.hash())) {
      throw new InstrumentException(InstrumentException.Code.OTHER_TEXT);
    }
    Lifetime.AccessionRule rule = instrument.lifetime().accession();
    if (!rule.open().contains(accession.party().state())) {
      throw new InstrumentException(InstrumentException.Code.ACCESSION);
    }
    List<VerifiedNote> all = new ArrayList<>(accessions);
    all.add(verifyAll(addendum, signers(accession)));
    return new SignedInstrument(text, accession.applyTo(instrument), note, all);
  }

  /// Who must sign `instrument`: every root key of every party.
  public static List<VerifierKey> signers(Instrument instrument) {
    return rootKeys(instrument.parties());
  }

  /// Who must sign `accession`: every root key of the joining state and, where this instrument says
  /// so, of every party.
  public List<VerifierKey> signers(Accession accession) {
    List<Party> signers = new ArrayList<>(List.of(accession.party()));
    if (instrument.lifetime().accession().acceptedByAll()) {
      signers.addAll(instrument.parties());
    }
    return rootKeys(signers);
  }

  /// The keys of `required` whose signature is not, or not validly, on `note`.
  public static List<VerifierKey> missing(Note note, Collection<VerifierKey> required) {
    List<VerifierKey> missing = new ArrayList<>();
    for (VerifierKey key : required) {
      try {
        if (note.verifyAll(List.of(key)).by(key).isEmpty()) {
          missing.add(key);
        }
      } catch (NoteException e) {
        missing.add(key);
      }
    }
    return missing;
  }

  /// The text that was signed.
  public InstrumentText text() {
    return text;
  }

  /// The agreement, with the parties and reservations of accessions.
  public Instrument instrument() {
    return instrument;
  }

  /// The note with the signatures that verified.
  public VerifiedNote note() {
    return note;
  }

  /// The accessions, in the order in which they were added.
  public List<VerifiedNote> accessions() {
    return accessions;
  }

  /// How dispatches cite it.
  public InstrumentRef ref() {
    return ref;
  }

  private static List<VerifierKey> rootKeys(List<Party> parties) {
    return parties.stream().flatMap(party -> party.rootKeys().stream()).toList();
  }

  private static Note parse(Bytes encoded) throws InstrumentException {
    try {
      return Note.parse(encoded);
    } catch (NoteException e) {
      throw new InstrumentException(InstrumentException.Code.NOTE, e);
    }
  }

  private static VerifiedNote verifyAll(Note note, List<VerifierKey> keys)
      throws InstrumentException {
    try {
      return note.verifyAll(keys);
    } catch (NoteException e) {
      boolean missing =
          e.code() == NoteException.Code.MISSING_SIGNATURE
              || e.code() == NoteException.Code.NO_KNOWN_SIGNATURE;
      throw new InstrumentException(
          missing ? InstrumentException.Code.MISSING_SIGNATURE : InstrumentException.Code.NOTE, e);
    }
  }
}
