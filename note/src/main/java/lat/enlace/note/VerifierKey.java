// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.util.Locale;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// A public key with its name and signature type (C2SP signed-note, "Verifier keys").
///
/// Text form: `<name>+<hex key id>+<base64(type ‖ public key)>`.
public record VerifierKey(KeyName name, SignatureType type, Bytes publicKey) {
  private static final int MAX_TEXT = NoteBounds.MAX_NAME_BYTES + 2 + 8 + 2048;

  /// Checks the length of the key.
  public VerifierKey {
    if (publicKey.size() != type.publicKeyBytes()) {
      throw new IllegalArgumentException("a public key of the wrong length");
    }
  }

  /// Reads the text form, without newline.
  ///
  /// @throws NoteException with code KEY_FORM, NAME, KEY_TYPE, KEY or KEY_ID
  public static VerifierKey parse(String text) throws NoteException {
    if (text.length() > MAX_TEXT) {
      throw new NoteException(NoteException.Code.KEY_FORM);
    }
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new NoteException(NoteException.Code.KEY_FORM);
    }
    KeyName name = KeyName.parse(parts[0]);
    Bytes material = decode(parts[2]);
    SignatureType type =
        SignatureType.startingWith(material)
            .orElseThrow(() -> new NoteException(NoteException.Code.KEY_TYPE));
    Bytes publicKey = material.slice(type.identifier().size(), material.size());
    type.algorithm().checkPublicKey(publicKey);
    VerifierKey key = new VerifierKey(name, type, publicKey);
    if (!parts[1].equals(parts[1].toLowerCase(Locale.ROOT)) || !parts[1].equals(key.id().hex())) {
      throw new NoteException(NoteException.Code.KEY_ID);
    }
    return key;
  }

  /// The id that signature lines of this key bear.
  public KeyId id() {
    return KeyId.of(name, type, publicKey);
  }

  /// The text form, without newline.
  public String text() {
    return name + "+" + id().hex() + "+" + Bytes.concat(type.identifier(), publicKey).base64();
  }

  /// Checks one line over `text`; the line must bear this key's name and id.
  ///
  /// @throws NoteException with code SIGNATURE, TIME or NOT_A_CHECKPOINT
  VerifiedSignature verify(String text, NoteSignature line) throws NoteException {
    Bytes signature = line.signature();
    if (signature.size() != type.signatureBytes()) {
      throw new NoteException(NoteException.Code.SIGNATURE);
    }
    long seconds = type.timed() ? SignatureTime.read(signature) : SignatureTime.NONE;
    Bytes bare = type.timed() ? signature.slice(Long.BYTES, signature.size()) : signature;
    Bytes message = SignedMessage.of(name, type, text, seconds);
    type.algorithm().check(publicKey, message, bare);
    return new VerifiedSignature(this, line, seconds);
  }

  @Override
  public String toString() {
    return name + "+" + id().hex();
  }

  private static Bytes decode(String base64) throws NoteException {
    try {
      return Bytes.fromBase64(base64);
    } catch (MalformedBytesException e) {
      throw new NoteException(NoteException.Code.KEY_FORM, e);
    }
  }
}
