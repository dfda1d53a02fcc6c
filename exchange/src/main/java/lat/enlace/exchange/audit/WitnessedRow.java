// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.List;
import lat.enlace.bytes.Bytes;

/// The highest head that witnesses cosigned.
///
/// @param checkpoint the signed note with their lines
/// @param witnesses their verifier keys
record WitnessedRow(Bytes checkpoint, List<String> witnesses) {
  static final String KEY = "witnessed";

  /// Copies the list.
  WitnessedRow {
    witnesses = List.copyOf(witnesses);
  }
}
