// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import lat.enlace.bytes.Bytes;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;

/// The two signature algorithms: Ed25519 (RFC 8032) and ML-DSA-44 (FIPS 204, empty context,
/// deterministic variant). Both grow a key from a 32-byte seed.
enum Algorithm {
  ED25519(32, 64),
  ML_DSA_44(1312, 2420);

  static final int SEED_BYTES = 32;

  final int publicKeyBytes;
  final int signatureBytes;

  Algorithm(int publicKeyBytes, int signatureBytes) {
    this.publicKeyBytes = publicKeyBytes;
    this.signatureBytes = signatureBytes;
  }

  CipherParameters privateKey(Bytes seed) {
    return switch (this) {
      case ED25519 -> new Ed25519PrivateKeyParameters(seed.toArray(), 0);
      case ML_DSA_44 -> new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed.toArray());
    };
  }

  Bytes publicKeyOf(CipherParameters privateKey) {
    return switch (privateKey) {
      case Ed25519PrivateKeyParameters key -> Bytes.copyOf(key.generatePublicKey().getEncoded());
      case MLDSAPrivateKeyParameters key -> Bytes.copyOf(key.getPublicKey());
      default -> throw new IllegalArgumentException("not a private key of this algorithm");
    };
  }

  Bytes sign(CipherParameters privateKey, Bytes message) throws NoteException {
    Signer signer = newSigner();
    signer.init(true, privateKey);
    update(signer, message);
    try {
      return Bytes.copyOf(signer.generateSignature());
    } catch (CryptoException e) {
      throw new NoteException(NoteException.Code.SIGNER, e);
    }
  }

  /// Returns only if `signature` is `publicKey`'s over `message`.
  void check(Bytes publicKey, Bytes message, Bytes signature) throws NoteException {
    Signer signer = newSigner();
    boolean valid;
    try {
      signer.init(false, publicKeyParameters(publicKey));
      update(signer, message);
      valid = signer.verifySignature(signature.toArray());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new NoteException(NoteException.Code.KEY, e);
    }
    if (!valid) {
      throw new NoteException(NoteException.Code.SIGNATURE);
    }
  }

  /// Returns only if `publicKey` can be a key of this algorithm.
  void checkPublicKey(Bytes publicKey) throws NoteException {
    if (publicKey.size() != publicKeyBytes) {
      throw new NoteException(NoteException.Code.KEY);
    }
    try {
      newSigner().init(false, publicKeyParameters(publicKey));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new NoteException(NoteException.Code.KEY, e);
    }
  }

  private Signer newSigner() {
    return switch (this) {
      case ED25519 -> new Ed25519Signer();
      case ML_DSA_44 -> new MLDSASigner();
    };
  }

  private CipherParameters publicKeyParameters(Bytes publicKey) {
    return switch (this) {
      case ED25519 -> new Ed25519PublicKeyParameters(publicKey.toArray(), 0);
      case ML_DSA_44 ->
          new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, publicKey.toArray());
    };
  }

  private static void update(Signer signer, Bytes message) {
    byte[] array = message.toArray();
    signer.update(array, 0, array.length);
  }
}
