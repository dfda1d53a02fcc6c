// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

/// One thing that is wrong in a text, where it is, and what to do about it.
///
/// @param line from 1
/// @param column from 1, in characters
/// @param path to the value, for instance {@code exchanges[2].clocks.U8H}
/// @param advice what to do, in one English sentence
public record Problem(int line, int column, String path, Code code, String advice) {
  /// What is wrong; listed in docs/spec/errors.md.
  public enum Code {
    /// Not UTF-8, or a character that a signed note cannot carry.
    CHARACTERS,
    /// Beyond a bound on size, depth, length or number.
    TOO_LARGE,
    /// Not YAML, or YAML that the format leaves out: anchors, aliases, tags, several documents.
    SYNTAX,
    /// The same key twice in one mapping.
    DUPLICATE_KEY,
    /// A key that the format does not know.
    UNKNOWN_KEY,
    /// A key that the format requires is not there.
    MISSING_KEY,
    /// A scalar, list or mapping where another of them belongs.
    SHAPE,
    /// A value that is not of the form, or not in the closed list, that belongs there.
    VALUE,
    /// The same id, clause or state twice.
    DUPLICATE,
    /// Names a party, clause or authority that the text does not have.
    REFERENCE,
    /// Two parts of the text contradict each other.
    CONTRADICTION
  }

  /// Line, column, path, code and advice in one line.
  @Override
  public String toString() {
    return line + ":" + column + ": " + code + " at " + path + ": " + advice;
  }
}
