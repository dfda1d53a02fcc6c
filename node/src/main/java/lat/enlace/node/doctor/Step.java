// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

/// One step that was looked at.
///
/// @param name for instance `database` or `peer ve.example/enlace: tls`
/// @param detail what was found; no personal data
/// @param mend what to do; empty if nothing is to be done
public record Step(String name, Verdict verdict, String detail, String mend) {
  /// How it is.
  public enum Verdict {
    /// As it should be.
    GOOD,
    /// Works, and will not for ever.
    WARNING,
    /// Broken.
    BROKEN,
    /// Not looked at, because an earlier step is broken.
    SKIPPED
  }

  static Step good(String name, String detail) {
    return new Step(name, Verdict.GOOD, detail, "");
  }

  static Step warning(String name, String detail, String mend) {
    return new Step(name, Verdict.WARNING, detail, mend);
  }

  static Step broken(String name, String detail, String mend) {
    return new Step(name, Verdict.BROKEN, detail, mend);
  }

  static Step skipped(String name, String because) {
    return new Step(name, Verdict.SKIPPED, because, "");
  }
}
