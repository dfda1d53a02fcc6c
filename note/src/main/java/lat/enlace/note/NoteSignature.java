// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// One signature line of a note: who, which key, and the signature without its key id. Not
/// verified.
public record NoteSignature(KeyName name, KeyId id, Bytes signature) {
  private static final String DASH = "\u2014 ";
  private static final int MAX_BASE64 =
      (NoteBounds.MAX_SIGNATURE_BYTES + KeyId.SIZE_BYTES + 2) / 3 * 4;

  /// Checks the bounds.
  public NoteSignature {
    if (signature.isEmpty() || signature.size() > NoteBounds.MAX_SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature of impossible length");
    }
  }

  /// Reads one line, without its newline.
  ///
  /// @throws NoteException with code SIGNATURE_LINE, NAME or TOO_LARGE
  public static NoteSignature parse(String line) throws NoteException {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new NoteException(NoteException.Code.SIGNATURE_LINE);
    }
    String base64 = line.substring(space + 1);
    if (base64.length() > MAX_BASE64) {
      throw new NoteException(NoteException.Code.TOO_LARGE);
    }
    Bytes decoded = decode(base64);
    if (decoded.size() <= KeyId.SIZE_BYTES) {
      throw new NoteException(NoteException.Code.SIGNATURE_LINE);
    }
    if (decoded.size() - KeyId.SIZE_BYTES > NoteBounds.MAX_SIGNATURE_BYTES) {
      throw new NoteException(NoteException.Code.TOO_LARGE);
    }
    return new NoteSignature(
        KeyName.parse(line.substring(DASH.length(), space)),
        KeyId.read(decoded),
        decoded.slice(KeyId.SIZE_BYTES, decoded.size()));
  }

  /// The line, without newline.
  public String line() {
    return DASH + name + " " + Bytes.concat(id.bytes(), signature).base64();
  }

  /// True if this line claims to be by `key`.
  boolean claims(VerifierKey key) {
    return name.equals(key.name()) && id.equals(key.id());
  }

  private static Bytes decode(String base64) throws NoteException {
    try {
      return Bytes.fromBase64(base64);
    } catch (MalformedBytesException e) {
      throw new NoteException(NoteException.Code.SIGNATURE_LINE, e);
    }
  }
}
