// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.time.Instant;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import org.bouncycastle.crypto.CipherParameters;

/// A private key in memory, grown from a 32-byte seed. Never shows its seed except by {@link
/// #exposeSecretText}.
public final class SigningKey implements NoteSigner {
  /// Length of a seed in bytes, for every type.
  public static final int SEED_BYTES = Algorithm.SEED_BYTES;

  private static final String SECRET_PREFIX = "PRIVATE+KEY+";

  private final VerifierKey verifierKey;
  private final Bytes seed;
  private final CipherParameters privateKey;

  private SigningKey(VerifierKey verifierKey, Bytes seed, CipherParameters privateKey) {
    this.verifierKey = verifierKey;
    this.seed = seed;
    this.privateKey = privateKey;
  }

  /// The key that `seed` determines. The seed must be 32 fresh bytes from a cryptographic source
  /// and must not serve any other key.
  public static SigningKey fromSeed(KeyName name, SignatureType type, Bytes seed) {
    if (seed.size() != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has 32 bytes");
    }
    CipherParameters privateKey = type.algorithm().privateKey(seed);
    Bytes publicKey = type.algorithm().publicKeyOf(privateKey);
    return new SigningKey(new VerifierKey(name, type, publicKey), seed, privateKey);
  }

  /// Reads what {@link #exposeSecretText} wrote.
  ///
  /// @throws NoteException with code KEY_FORM, NAME, KEY_TYPE, KEY or KEY_ID
  public static SigningKey parseSecretText(String text) throws NoteException {
    if (!text.startsWith(SECRET_PREFIX)) {
      throw new NoteException(NoteException.Code.KEY_FORM);
    }
    String[] parts = text.substring(SECRET_PREFIX.length()).split("\\+", 3);
    if (parts.length != 3) {
      throw new NoteException(NoteException.Code.KEY_FORM);
    }
    Bytes material = decode(parts[2]);
    SignatureType type =
        SignatureType.startingWith(material)
            .orElseThrow(() -> new NoteException(NoteException.Code.KEY_TYPE));
    if (material.size() != type.identifier().size() + SEED_BYTES) {
      throw new NoteException(NoteException.Code.KEY);
    }
    Bytes seed = material.slice(type.identifier().size(), material.size());
    SigningKey key = fromSeed(KeyName.parse(parts[0]), type, seed);
    if (!key.verifierKey.id().hex().equals(parts[1])) {
      throw new NoteException(NoteException.Code.KEY_ID);
    }
    return key;
  }

  /// The secret as text: `PRIVATE+KEY+<name>+<hex key id>+<base64(type ‖ seed)>`. Whoever reads it
  /// is the signer: only for a key file that nobody else can read.
  public String exposeSecretText() {
    Bytes material = Bytes.concat(verifierKey.type().identifier(), seed);
    return SECRET_PREFIX
        + verifierKey.name()
        + "+"
        + verifierKey.id().hex()
        + "+"
        + material.base64();
  }

  @Override
  public VerifierKey verifierKey() {
    return verifierKey;
  }

  @Override
  public NoteSignature sign(String text, Instant at) throws NoteException {
    SignatureType type = verifierKey.type();
    long seconds = type.timed() ? SignatureTime.of(at) : SignatureTime.NONE;
    Bytes message = SignedMessage.of(verifierKey.name(), type, text, seconds);
    Bytes bare = type.algorithm().sign(privateKey, message);
    Bytes signature = type.timed() ? Bytes.concat(SignatureTime.write(seconds), bare) : bare;
    return new NoteSignature(verifierKey.name(), verifierKey.id(), signature);
  }

  @Override
  public String toString() {
    return "SigningKey[" + verifierKey + "]";
  }

  private static Bytes decode(String base64) throws NoteException {
    try {
      return Bytes.fromBase64(base64);
    } catch (MalformedBytesException e) {
      throw new NoteException(NoteException.Code.KEY_FORM, e);
    }
  }
}
