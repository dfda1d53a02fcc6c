// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.witness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.Origin;
import lat.enlace.ledger.TrustedKeys;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.note.KeyName;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;

/// What a witness has on disk: its key, the keys of the logs it follows, and what it saw.
///
///     witness.key    the secret key, one line
///     logs/          one keys file for each log, named by the SHA-256 of its origin
///     memory/        what was cosigned last, and evidence
public final class WitnessFolder {
  private final Path root;

  /// At `root`.
  public WitnessFolder(Path root) {
    this.root = root;
  }

  /// Makes the folder and a fresh key.
  ///
  /// @throws ConfigException with code EXISTS if there is anything
  public SigningKey create(KeyName name, SecureRandom random) throws ConfigException, IOException {
    if (PrivateFiles.isTaken(root)) {
      throw new ConfigException(ConfigException.Code.EXISTS, root.toString());
    }
    byte[] seed = new byte[SigningKey.SEED_BYTES];
    random.nextBytes(seed);
    SigningKey key =
        SigningKey.fromSeed(name, SignatureType.ED25519_COSIGNATURE, Bytes.copyOf(seed));
    PrivateFiles.makeFolder(root);
    PrivateFiles.replace(keyFile(), Bytes.utf8(key.exposeSecretText() + "\n"));
    return key;
  }

  /// The key.
  ///
  /// @throws KeysException with code READABLE_BY_OTHERS
  /// @throws ConfigException with code VALUE if the file is damaged
  /// @throws java.nio.file.NoSuchFileException if this is no witness
  public SigningKey key() throws ConfigException, KeysException, IOException {
    if (Files.exists(keyFile()) && PrivateFiles.readableByOthers(keyFile())) {
      throw new KeysException(KeysException.Code.READABLE_BY_OTHERS, keyFile().toString());
    }
    try {
      return SigningKey.parseSecretText(Files.readString(keyFile()).strip());
    } catch (NoteException e) {
      throw new ConfigException(ConfigException.Code.VALUE, keyFile().toString(), e);
    }
  }

  /// Follows the log whose two keys a keys file names; one followed already is followed by these
  /// keys from now on.
  ///
  /// @throws ConfigException with code VALUE if the file does not hold the two keys of one log
  public LogKeys follow(Bytes keysFile) throws ConfigException, IOException {
    LogKeys keys = keys(keysFile);
    PrivateFiles.makeFolder(logs());
    StringBuilder lines = new StringBuilder();
    keys.all().forEach(key -> lines.append(key.text()).append('\n'));
    PrivateFiles.replace(logs().resolve(name(keys.origin())), Bytes.utf8(lines.toString()));
    return keys;
  }

  /// The logs it follows, by origin.
  public List<LogKeys> follows() throws ConfigException, IOException {
    List<LogKeys> all = new ArrayList<>();
    if (!Files.isDirectory(logs())) {
      return all;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(logs(), "*.vkeys")) {
      for (Path file : files) {
        all.add(keys(Bytes.copyOf(Files.readAllBytes(file))));
      }
    }
    all.sort((one, other) -> one.origin().value().compareTo(other.origin().value()));
    return all;
  }

  /// Where it keeps what it saw.
  public LogStorage memory() {
    return new FileLogStorage(root.resolve("memory"));
  }

  /// The file with the two heads that convict the log `origin`, if it has shown two.
  public Path evidence(Origin origin) {
    return root.resolve("memory").resolve("evidence").resolve(digest(origin));
  }

  private static LogKeys keys(Bytes keysFile) throws ConfigException {
    try {
      TrustedKeys trusted = TrustedKeys.parse(keysFile);
      Origin origin = Origin.parse(trusted.keys().getFirst().name().value());
      return trusted.policyFor(origin).log();
    } catch (LedgerException e) {
      throw new ConfigException(
          ConfigException.Code.VALUE, "a keys file with both keys of one log (ledger.vkeys)", e);
    }
  }

  private static String name(Origin origin) {
    return digest(origin) + ".vkeys";
  }

  private static String digest(Origin origin) {
    return Hash.sha256(Bytes.utf8(origin.value())).value().hex();
  }

  private Path keyFile() {
    return root.resolve("witness.key");
  }

  private Path logs() {
    return root.resolve("logs");
  }
}
