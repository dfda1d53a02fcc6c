// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Batch;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/// Seals batches to one recipient and opens them (docs/spec/batch.md, "Seal").
public final class Sealer {
  /// Length of the randomness one sealing consumes, in bytes.
  public static final int RANDOMNESS_BYTES = Suite.ENCAPSULATION_SEED_BYTES;

  private Sealer() {}

  /// Seals {@code batch} to {@code key}.
  ///
  /// @param instruments as in {@link SealContext}
  /// @param randomness 64 fresh random bytes, never used twice
  /// @throws WireException TOO_LARGE if the batch does not fit, KEY_MALFORMED if the key cannot be
  ///   sealed to
  public static SealedBatch seal(
      Batch batch, List<Hash> instruments, RecipientKey key, Bytes randomness)
      throws WireException {
    SealContext context =
        new SealContext(batch.sender(), batch.recipient(), batch.recipientRecord(), instruments);
    Sealed sealed = encrypt(context, key, randomness, batch.toBytes());
    return new SealedBatch(
        context.recipient(),
        context.recipientRecord(),
        context.instruments(),
        sealed.encapsulation(),
        sealed.ciphertext());
  }

  /// Opens what {@code sender} sealed.
  ///
  /// @param sender the node the transport says it comes from
  /// @param key the private key of the node record the envelope names
  /// @throws WireException UNSEAL_FAILED if key or context is another or a bit was changed,
  ///   ENVELOPE_MISMATCH if the batch inside names other ends, or a code of the form of batches
  public static OpenedBatch open(SealedBatch sealed, NodeId sender, SealingKey key)
      throws WireException {
    SealContext context = context(sealed, sender);
    Bytes padded = decrypt(context, key, sealed.encapsulation(), sealed.ciphertext());
    Batch batch = Batch.parse(padded);
    if (!batch.sender().equals(sender)
        || !batch.recipient().equals(sealed.recipient())
        || batch.recipientRecord() != sealed.recipientRecord()) {
      throw new WireException(WireException.Code.ENVELOPE_MISMATCH);
    }
    return new OpenedBatch(batch, context, sealed.hash());
  }

  private static SealContext context(SealedBatch sealed, NodeId sender) throws WireException {
    try {
      return new SealContext(
          sender, sealed.recipient(), sealed.recipientRecord(), sealed.instruments());
    } catch (IllegalArgumentException e) {
      throw new WireException(WireException.Code.NOT_CANONICAL);
    }
  }

  /// One HPKE message: what travels beside the context.
  record Sealed(Bytes encapsulation, Bytes ciphertext) {}

  static Sealed encrypt(SealContext context, RecipientKey key, Bytes randomness, Bytes plaintext)
      throws WireException {
    return encrypt(context.info(), key, randomness, plaintext);
  }

  static Sealed encrypt(Bytes info, RecipientKey key, Bytes randomness, Bytes plaintext)
      throws WireException {
    if (randomness.size() != RANDOMNESS_BYTES) {
      throw new IllegalArgumentException("one sealing takes 64 bytes of randomness");
    }
    try {
      HPKEContextWithEncapsulation hpke =
          Suite.hpke().setupBaseS(key.parameters(), info.toArray(), randomness.toArray());
      byte[] ciphertext = hpke.seal(Suite.NO_ASSOCIATED_DATA.toArray(), plaintext.toArray());
      return new Sealed(Bytes.copyOf(hpke.getEncapsulation()), Bytes.copyOf(ciphertext));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new WireException(WireException.Code.KEY_MALFORMED);
    }
  }

  static Bytes decrypt(SealContext context, SealingKey key, Bytes encapsulation, Bytes ciphertext)
      throws WireException {
    return decrypt(context.info(), key, encapsulation, ciphertext);
  }

  static Bytes decrypt(Bytes info, SealingKey key, Bytes encapsulation, Bytes ciphertext)
      throws WireException {
    try {
      HPKEContext hpke =
          Suite.hpke().setupBaseR(encapsulation.toArray(), key.pair(), info.toArray());
      return Bytes.copyOf(hpke.open(Suite.NO_ASSOCIATED_DATA.toArray(), ciphertext.toArray()));
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      // The library says by an unchecked exception that a hostile point has no shared secret.
      throw new WireException(WireException.Code.UNSEAL_FAILED);
    }
  }
}
