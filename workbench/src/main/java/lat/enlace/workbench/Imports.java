// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.decision.ConcealedFact;

/// Reads a file into the holdings, all of it or nothing. Formats are found by content.
public interface Imports {
  /// Adds the entities of a published list, each as a claim of {@code list}.
  Report claims(Officer by, String list, Bytes file) throws ExchangeException;

  /// Adds case subjects: one JSON line each, as docs/spec/holdings.md says.
  Report subjects(Officer by, Bytes file) throws ExchangeException;

  /// Puts the persons of a file on the sealed list.
  Report sealed(Officer by, ConcealedFact why, Bytes file) throws ExchangeException;

  /// What came of a file.
  ///
  /// @param loaded how many entities were added; 0 if there is a problem
  /// @param warnings what was read with doubt, with line and byte; no values
  /// @param problem why nothing was loaded, with the line: none or one; no values
  record Report(long loaded, List<String> warnings, List<String> problem) {
    /// Copies the lists.
    public Report {
      warnings = List.copyOf(warnings);
      problem = List.copyOf(problem);
    }
  }
}
