// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.ledger.LogSigner;
import lat.enlace.note.KeyName;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import lat.enlace.wire.seal.SealingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operational keys of this node, read from its vault.
public final class Keyring implements NodeKeys {
  private static final String LOG_ED25519 = "log-ed25519";
  private static final String LOG_ML_DSA = "log-ml-dsa-44";
  private static final String ROOT_ED25519 = "root-ed25519";
  private static final String ROOT_ML_DSA = "root-ml-dsa-44";
  private static final String ROOT_PUBLIC = "root-public";
  private static final String PSEUDONYMS = "pseudonyms";
  private static final String DATABASE = "database";
  private static final String SEALING = "sealing-";
  private static final int SECRET_BYTES = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

  private final Vault vault;
  private final List<Path> prepared;
  private final LogSigner logSigner;
  private final Bytes pseudonymSecret;
  private final ConcurrentSkipListMap<Long, SealingKey> sealingKeys = new ConcurrentSkipListMap<>();

  private Keyring(Vault vault, List<Path> prepared, LogSigner logSigner, Bytes pseudonymSecret) {
    this.vault = vault;
    this.prepared = List.copyOf(prepared);
    this.logSigner = logSigner;
    this.pseudonymSecret = pseudonymSecret;
  }

  /// Makes fresh operational keys for the log called `origin`, and the key of the database.
  public static Keyring create(Vault vault, KeyName origin) throws KeysException {
    putSigningKey(vault, LOG_ED25519, origin, SignatureType.ED25519);
    putSigningKey(vault, LOG_ML_DSA, origin, SignatureType.ML_DSA_44_COSIGNATURE);
    vault.putFresh(PSEUDONYMS, SECRET_BYTES);
    vault.putFresh(DATABASE, SECRET_BYTES);
    return open(vault);
  }

  /// Reads the keys of an existing vault.
  public static Keyring open(Vault vault) throws KeysException {
    return open(vault, List.of(), 1);
  }

  /// The same, with the folder of the node records signed ahead and the keys of the log `log`.
  public static Keyring open(Vault vault, Path preparedRecords, long log) throws KeysException {
    return open(vault, List.of(preparedRecords), log);
  }

  /// Makes the keys of a successor log, unless they are there.
  public static void createLogKeys(Vault vault, KeyName origin, long log) throws KeysException {
    if (vault.find(ofLog(LOG_ML_DSA, log)).isEmpty()) {
      putSigningKey(vault, ofLog(LOG_ED25519, log), origin, SignatureType.ED25519);
      putSigningKey(vault, ofLog(LOG_ML_DSA, log), origin, SignatureType.ML_DSA_44_COSIGNATURE);
    }
  }

  private static String ofLog(String name, long log) {
    return log == 1 ? name : name + "-" + log;
  }

  private static Keyring open(Vault vault, List<Path> prepared, long log) throws KeysException {
    LogSigner signer =
        new LogSigner(
            signingKey(vault, ofLog(LOG_ED25519, log)), signingKey(vault, ofLog(LOG_ML_DSA, log)));
    Keyring keyring = new Keyring(vault, prepared, signer, vault.require(PSEUDONYMS));
    for (String name : vault.names()) {
      if (name.startsWith(SEALING)) {
        long number = Long.parseLong(name.substring(SEALING.length()));
        keyring.sealingKeys.put(number, SealingKey.of(vault.require(name)));
      }
    }
    return keyring;
  }

  /// Makes the two root keys in this vault: for a demonstration, or for a state that keeps them
  /// online.
  public static List<SigningKey> createRoot(Vault vault, KeyName name) throws KeysException {
    return List.of(
        putSigningKey(vault, ROOT_ED25519, name, SignatureType.ED25519),
        putSigningKey(vault, ROOT_ML_DSA, name, SignatureType.ML_DSA_44_TEXT));
  }

  /// Keeps the public halves of the root keys, wherever their private halves are. In the vault, so
  /// that nobody replaces them who cannot unlock it.
  public static void keepRootPublic(Vault vault, List<SigningKey> root) throws KeysException {
    StringBuilder lines = new StringBuilder();
    root.forEach(key -> lines.append(key.verifierKey().text()).append('\n'));
    vault.put(ROOT_PUBLIC, Bytes.utf8(lines.toString()));
  }

  /// The root keys, or none if they are kept elsewhere.
  public static List<SigningKey> root(Vault vault) throws KeysException {
    return vault.find(ROOT_ED25519).isPresent()
        ? List.of(signingKey(vault, ROOT_ED25519), signingKey(vault, ROOT_ML_DSA))
        : List.of();
  }

  /// The key under which database values are encrypted.
  public SecretKey databaseKey() throws KeysException {
    return new SecretKeySpec(vault.require(DATABASE).toArray(), "AES");
  }

  /// Makes the sealing key of node record `number`.
  public SealingKey createSealingKey(long number) throws KeysException {
    SealingKey key = SealingKey.of(vault.putFresh(SEALING + number, SealingKey.SEED_BYTES));
    sealingKeys.put(number, key);
    return key;
  }

  /// Destroys the sealing key of a record that never came into force.
  public static void destroySealingKey(Vault vault, long number) throws KeysException {
    vault.destroy(SEALING + number);
  }

  @Override
  public void destroySealingKey(long number) {
    try {
      destroySealingKey(vault, number);
      sealingKeys.remove(number);
    } catch (KeysException e) {
      LOG.atError()
          .addKeyValue("event", "sealing-key.not-destroyed")
          .addKeyValue("number", number)
          .log("a sealing key that has ended could not be destroyed");
    }
  }

  @Override
  public Optional<SealingKey> sealingKey(long number) {
    SealingKey known = sealingKeys.get(number);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      // Made since this node started, by a command beside it.
      Optional<SealingKey> fresh = vault.find(SEALING + number).map(SealingKey::of);
      fresh.ifPresent(key -> sealingKeys.put(number, key));
      return fresh;
    } catch (KeysException e) {
      return Optional.empty();
    }
  }

  @Override
  public Set<Long> sealingNumbers() {
    try {
      return vault.names().stream()
          .filter(name -> name.startsWith(SEALING))
          .map(name -> Long.parseLong(name.substring(SEALING.length())))
          .collect(Collectors.toSet());
    } catch (KeysException e) {
      return Set.copyOf(sealingKeys.keySet());
    }
  }

  @Override
  public List<Bytes> preparedRecords() {
    List<Bytes> notes = new ArrayList<>();
    for (Path folder : prepared) {
      try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
        for (Path file : files.sorted().toList()) {
          notes.add(Bytes.copyOf(Files.readAllBytes(file)));
        }
      } catch (IOException e) {
        LOG.atError()
            .addKeyValue("event", "node-records.not-read")
            .log("node records signed ahead could not be read");
      }
    }
    return notes;
  }

  @Override
  public LogSigner logSigner() {
    return logSigner;
  }

  /// All sealing keys not destroyed, the newest first.
  public List<SealingKey> sealingKeys() {
    return List.copyOf(sealingKeys.descendingMap().values());
  }

  @Override
  public List<VerifierKey> rootKeys() {
    List<VerifierKey> keys = new ArrayList<>();
    try {
      for (String line : vault.require(ROOT_PUBLIC).text().lines().toList()) {
        keys.add(VerifierKey.parse(line));
      }
      return keys;
    } catch (KeysException | MalformedBytesException | NoteException e) {
      // Without them this node adopts nothing, which is the safe side.
      return List.of();
    }
  }

  @Override
  public Bytes pseudonymSecret() {
    return pseudonymSecret;
  }

  private static SigningKey putSigningKey(
      Vault vault, String name, KeyName keyName, SignatureType type) throws KeysException {
    byte[] seed = new byte[SigningKey.SEED_BYTES];
    new SecureRandom().nextBytes(seed);
    SigningKey key = SigningKey.fromSeed(keyName, type, Bytes.copyOf(seed));
    vault.put(name, Bytes.utf8(key.exposeSecretText()));
    return key;
  }

  private static SigningKey signingKey(Vault vault, String name) throws KeysException {
    try {
      return SigningKey.parseSecretText(vault.require(name).text());
    } catch (MalformedBytesException | NoteException e) {
      throw new KeysException(KeysException.Code.NOT_UNLOCKED, name, e);
    }
  }
}
