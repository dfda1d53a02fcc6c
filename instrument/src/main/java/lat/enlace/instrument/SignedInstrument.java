// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.note.VerifiedNote;

/// An instrument that every party signed with all its root keys. Made only by verification; says
/// nothing about its standing today.
public final class SignedInstrument {
  private final InstrumentText text;
  private final Instrument instrument;
  private final VerifiedNote note;

  SignedInstrument(InstrumentText text, Instrument instrument, VerifiedNote note) {
    this.text = text;
    this.instrument = instrument;
    this.note = note;
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

  /// How dispatches cite it.
  public InstrumentRef ref() {
    return new InstrumentRef(instrument.id(), text.hash());
  }
}
