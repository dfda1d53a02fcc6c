// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.attach;

/// A file that is not taken, kept or given out. The code stands in docs/spec/errors.md; no message
/// carries anything of the file.
public final class AttachmentException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Code {
    /// Longer than 1 GiB.
    ATTACHMENT_TOO_LARGE,
    /// No byte, or cut short on its way here.
    ATTACHMENT_CUT_SHORT,
    /// Of no type on the list: a program, a script, a page, an office file, or unknown.
    TYPE_REFUSED,
    /// Of another type than was stated.
    TYPE_DIFFERS,
    /// The medium has no room for it.
    NO_ROOM,
    /// What is on the disk is not what was written, or is gone.
    ATTACHMENT_DAMAGED
  }

  private final Code code;

  /// Refuses with {@code code}.
  public AttachmentException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
