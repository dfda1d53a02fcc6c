// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;

/// A text that cannot be read, or signatures that do not make it an agreement.
public final class InstrumentException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why it was refused; listed in docs/spec/errors.md.
  public enum Code {
    /// The text has problems; see {@link #problems}.
    TEXT,
    /// Not a signed note, or a signature that does not verify.
    NOTE,
    /// A party has not signed with all its root keys.
    MISSING_SIGNATURE,
    /// An addendum to another text.
    OTHER_TEXT,
    /// The state may not join, or is a party already.
    ACCESSION,
    /// A node record of another node, or one whose number does not rise.
    NODE_RECORD
  }

  private final Code code;
  private final transient List<Problem> problems;

  /// Without problems of a text.
  public InstrumentException(Code code) {
    super(code.name());
    this.code = code;
    this.problems = List.of();
  }

  /// With a cause from a lower layer.
  public InstrumentException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
    this.problems = List.of();
  }

  /// All problems of a text, in the order of the text.
  public InstrumentException(List<Problem> problems) {
    super(Code.TEXT + " " + problems.getFirst());
    this.code = Code.TEXT;
    this.problems = List.copyOf(problems);
  }

  /// Why it was refused.
  public Code code() {
    return code;
  }

  /// What is wrong in the text; empty for other codes.
  public List<Problem> problems() {
    return problems;
  }
}
