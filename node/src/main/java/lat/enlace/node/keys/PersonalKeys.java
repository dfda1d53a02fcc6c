// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.security.SecureRandom;
import java.util.Optional;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.OfficerId;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The personal Ed25519 keys of authorities, each under a passphrase that only the person knows,
/// inside the vault. The node holds the boxes and cannot open them alone.
public final class PersonalKeys {
  private static final int SEED_BYTES = Ed25519PrivateKeyParameters.KEY_SIZE;
  private static final int MAX_BOX_BYTES = 1024;
  private static final String PREFIX = "officer-";
  private static final String AWAITING = "awaiting-";

  private final Vault vault;
  private final SecureRandom random;
  private final HashTurns turns;

  /// On `vault`; keys are made of passphrases in turn with whatever else takes `turns`.
  public PersonalKeys(Vault vault, SecureRandom random, HashTurns turns) {
    this.turns = turns;
    this.vault = vault;
    this.random = random;
  }

  /// A key that is made and not kept yet.
  ///
  /// @param publicKey 32 bytes
  /// @param box salt and encrypted seed, as the vault keeps it
  public record Made(Bytes publicKey, Bytes box) {}

  /// Makes a key for `officer`; slow, because of the passphrase.
  public Made make(OfficerId officer, String passphrase) {
    byte[] seed = new byte[SEED_BYTES];
    byte[] salt = new byte[PassphraseKey.SALT_BYTES];
    random.nextBytes(seed);
    random.nextBytes(salt);
    SecretBox box = new SecretBox(derive(passphrase, Bytes.copyOf(salt)));
    Bytes boxed = box.seal(name(officer), Bytes.copyOf(seed), random);
    return new Made(
        Bytes.copyOf(new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded()),
        new ByteWriter().raw(Bytes.copyOf(salt)).sized(boxed).toBytes());
  }

  /// Keeps a key that signs nothing before {@link #putInForce}, in place of another that still
  /// awaited it.
  public void keep(OfficerId officer, Made made) throws KeysException {
    vault.put(awaiting(officer), made.box());
  }

  /// Lets the key that awaits it take the place of the one before, if one awaits it.
  public void putInForce(OfficerId officer) throws KeysException {
    Optional<Bytes> key = vault.find(awaiting(officer));
    if (key.isPresent()) {
      vault.put(name(officer), key.get());
      vault.destroy(awaiting(officer));
    }
  }

  /// Forgets the key that awaits being put in force.
  public void forgetAwaiting(OfficerId officer) throws KeysException {
    if (vault.find(awaiting(officer)).isPresent()) {
      vault.destroy(awaiting(officer));
    }
  }

  /// True if `officer` has a key.
  public boolean has(OfficerId officer) throws KeysException {
    return vault.find(name(officer)).isPresent();
  }

  /// The Ed25519 signature (RFC 8032) of `officer` over exactly `text`, or empty if the passphrase
  /// is wrong.
  ///
  /// @throws KeysException with code NO_SUCH_KEY if the officer has no key
  public Optional<Bytes> sign(OfficerId officer, Bytes text, String passphrase)
      throws KeysException {
    Bytes stored = vault.require(name(officer));
    Optional<Bytes> seed;
    try {
      ByteReader reader = new ByteReader(stored);
      Bytes salt = reader.read(PassphraseKey.SALT_BYTES);
      Bytes boxed = reader.readSized(MAX_BOX_BYTES);
      reader.finish();
      seed = new SecretBox(derive(passphrase, salt)).open(name(officer), boxed);
    } catch (MalformedBytesException e) {
      throw new KeysException(KeysException.Code.NOT_UNLOCKED, name(officer), e);
    }
    return seed.map(found -> signed(found, text));
  }

  /// True if `signature` is that of `publicKey` over exactly `text`.
  public static boolean holds(Bytes publicKey, Bytes text, Bytes signature) {
    if (publicKey.size() != Ed25519PublicKeyParameters.KEY_SIZE) {
      return false;
    }
    Ed25519Signer signer = new Ed25519Signer();
    try {
      signer.init(false, new Ed25519PublicKeyParameters(publicKey.toArray(), 0));
    } catch (IllegalArgumentException e) {
      return false;
    }
    signer.update(text.toArray(), 0, text.size());
    return signer.verifySignature(signature.toArray());
  }

  private static Bytes signed(Bytes seed, Bytes text) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(seed.toArray(), 0));
    signer.update(text.toArray(), 0, text.size());
    return Bytes.copyOf(signer.generateSignature());
  }

  private Bytes derive(String passphrase, Bytes salt) {
    return turns.take(() -> PassphraseKey.derive(passphrase, salt));
  }

  private static String awaiting(OfficerId officer) {
    return AWAITING + officer.value();
  }

  private static String name(OfficerId officer) {
    return PREFIX + officer.value();
  }
}
