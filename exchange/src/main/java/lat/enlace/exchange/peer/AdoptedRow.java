// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SignedInstrument;

/// An adopted instrument as stored: the notes that verify again at every opening.
///
/// @param addenda accessions, in their order
record AdoptedRow(Bytes note, List<Bytes> addenda) {
  AdoptedRow {
    addenda = List.copyOf(addenda);
  }

  SignedInstrument verify() throws InstrumentException {
    SignedInstrument signed = SignedInstrument.verify(note);
    for (Bytes addendum : addenda) {
      signed = signed.acceded(addendum);
    }
    return signed;
  }

  static AdoptedRow of(SignedInstrument signed) {
    return new AdoptedRow(
        signed.note().note().bytes(),
        signed.accessions().stream().map(addendum -> addendum.note().bytes()).toList());
  }
}
