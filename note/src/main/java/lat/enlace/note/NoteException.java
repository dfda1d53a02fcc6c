// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

/// A note, key or signature that cannot be trusted or read. Carries no part of the input.
public final class NoteException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why it was refused; listed in `docs/spec/errors.md`.
  public enum Code {
    /// Not well-formed UTF-8, or a control character other than newline.
    CHARACTERS,
    /// Longer than the bounds allow, or too many signatures.
    TOO_LARGE,
    /// No text, no blank line, no signature, or a last line without newline.
    FORM,
    /// A signature line that is not dash, name, base64.
    SIGNATURE_LINE,
    /// A key name that is empty, too long, or holds a space, a plus or a control character.
    NAME,
    /// A verifier or signing key text that is not in its form.
    KEY_FORM,
    /// A key id that is not the hash of name, type and key.
    KEY_ID,
    /// A signature type this library does not know.
    KEY_TYPE,
    /// A public key or seed of the wrong length or not a key at all.
    KEY,
    /// A line by a known key that does not verify.
    SIGNATURE,
    /// No line by any known key.
    NO_KNOWN_SIGNATURE,
    /// A line that the policy requires is missing.
    MISSING_SIGNATURE,
    /// The signature type signs checkpoints and the text is not one.
    NOT_A_CHECKPOINT,
    /// A time that the format cannot carry.
    TIME,
    /// The signer could not sign, for example because its token is gone.
    SIGNER
  }

  private final Code code;

  /// Without a cause.
  public NoteException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// With a cause from a lower layer.
  public NoteException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  /// Why it was refused.
  public Code code() {
    return code;
  }
}
