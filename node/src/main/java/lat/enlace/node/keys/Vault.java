// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// The folder `keys/`: one encrypted file per secret, mode 0600, and the salt of the passphrase.
///
/// A file is one line: `enlace-key/1 ` and the base64 of nonce and ciphertext.
public final class Vault {
  private static final String MAGIC = "enlace-key/1 ";
  private static final String SALT_FILE = "salt";
  private static final String SUFFIX = ".key";
  private static final String CHECK = "check";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  private final Path folder;
  private final SecretBox box;
  private final SecureRandom random;

  private Vault(Path folder, SecretBox box, SecureRandom random) {
    this.folder = folder;
    this.box = box;
    this.random = random;
  }

  /// Makes the vault of a new data folder.
  ///
  /// @throws KeysException with code EXISTS if there is one
  public static Vault create(Path dataFolder, Unlocking unlocking, SecureRandom random)
      throws KeysException {
    Path folder = folderOf(dataFolder);
    if (Files.exists(folder.resolve(SALT_FILE))) {
      throw new KeysException(KeysException.Code.EXISTS, "vault");
    }
    byte[] salt = new byte[PassphraseKey.SALT_BYTES];
    random.nextBytes(salt);
    try {
      PrivateFiles.makeFolder(folder);
      SecretBox box = boxOf(unlocking, Bytes.copyOf(salt), dataFolder);
      Vault vault = new Vault(folder, box, random);
      vault.put(CHECK, Bytes.utf8(CHECK));
      PrivateFiles.replace(folder.resolve(SALT_FILE), Bytes.utf8(Bytes.copyOf(salt).hex() + "\n"));
      return vault;
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, "vault", e);
    }
  }

  /// Opens the vault.
  ///
  /// @throws KeysException with code NO_SUCH_KEY if there is none, NOT_UNLOCKED, or those of {@link
  ///   Unlocking}
  public static Vault open(Path dataFolder, Unlocking unlocking, SecureRandom random)
      throws KeysException {
    Path folder = folderOf(dataFolder);
    Bytes salt;
    try {
      if (!Files.exists(folder.resolve(SALT_FILE))) {
        throw new KeysException(KeysException.Code.NO_SUCH_KEY, "vault");
      }
      if (PrivateFiles.readableByOthers(folder)) {
        throw new KeysException(KeysException.Code.READABLE_BY_OTHERS, "vault");
      }
      salt = Bytes.fromHex(Files.readString(folder.resolve(SALT_FILE)).strip());
    } catch (IOException | MalformedBytesException e) {
      throw new KeysException(KeysException.Code.FAILED, "vault", e);
    }
    Vault vault = new Vault(folder, boxOf(unlocking, salt, dataFolder), random);
    vault.require(CHECK);
    return vault;
  }

  /// The secret called `name`.
  ///
  /// @throws KeysException with code NOT_UNLOCKED if it does not open
  public Optional<Bytes> find(String name) throws KeysException {
    Path file = file(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String line = Files.readString(file).strip();
      if (!line.startsWith(MAGIC)) {
        throw new KeysException(KeysException.Code.NOT_UNLOCKED, name);
      }
      Optional<Bytes> opened = box.open(name, Bytes.fromBase64(line.substring(MAGIC.length())));
      if (opened.isEmpty()) {
        throw new KeysException(KeysException.Code.NOT_UNLOCKED, name);
      }
      return opened;
    } catch (MalformedBytesException e) {
      throw new KeysException(KeysException.Code.NOT_UNLOCKED, name, e);
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, name, e);
    }
  }

  /// The secret called `name`, which must be there.
  public Bytes require(String name) throws KeysException {
    return find(name).orElseThrow(() -> new KeysException(KeysException.Code.NO_SUCH_KEY, name));
  }

  /// That the secret called `name` opens, and that its file is byte for byte as it was written.
  ///
  /// @throws KeysException with code NOT_UNLOCKED if not, NO_SUCH_KEY or FAILED
  public void check(String name) throws KeysException {
    require(name);
    try {
      String written = Files.readString(file(name));
      if (!written.equals(written.strip() + "\n")) {
        throw new KeysException(KeysException.Code.NOT_UNLOCKED, name);
      }
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, name, e);
    }
  }

  /// Stores a secret durably, in place of one of that name.
  public void put(String name, Bytes secret) throws KeysException {
    Bytes line = Bytes.utf8(MAGIC + box.seal(name, secret, random).base64() + "\n");
    try {
      PrivateFiles.replace(file(name), line);
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, name, e);
    }
  }

  /// Fresh bytes, stored under `name`.
  public Bytes putFresh(String name, int size) throws KeysException {
    byte[] secret = new byte[size];
    random.nextBytes(secret);
    put(name, Bytes.copyOf(secret));
    return Bytes.copyOf(secret);
  }

  /// Destroys a secret for good; does nothing if there is none.
  public void destroy(String name) throws KeysException {
    try {
      PrivateFiles.destroy(file(name));
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, name, e);
    }
  }

  /// Finishes what was being destroyed when a process ended.
  void destroyLeftovers() throws KeysException {
    try {
      PrivateFiles.destroyLeftovers(folder);
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, "vault", e);
    }
  }

  /// The names of all secrets, sorted.
  public List<String> names() throws KeysException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new KeysException(KeysException.Code.FAILED, "vault", e);
    }
  }

  private Path file(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a key");
    }
    return folder.resolve(name + SUFFIX);
  }

  private static SecretBox boxOf(Unlocking unlocking, Bytes salt, Path dataFolder)
      throws KeysException {
    return switch (unlocking) {
      case Unlocking.KeyFile(Path file) -> {
        Path inside = dataFolder.toAbsolutePath().normalize();
        if (file.toAbsolutePath().normalize().startsWith(inside)) {
          throw new KeysException(KeysException.Code.UNLOCKING_KEY_INSIDE, "key file");
        }
        yield new SecretBox(readKeyFile(file));
      }
      case Unlocking.Passphrase(String passphrase) ->
          new SecretBox(PassphraseKey.derive(passphrase, salt));
    };
  }

  private static Bytes readKeyFile(Path file) throws KeysException {
    try {
      if (PrivateFiles.readableByOthers(file)) {
        throw new KeysException(KeysException.Code.READABLE_BY_OTHERS, "key file");
      }
      Bytes key = Bytes.fromHex(Files.readString(file).strip());
      if (key.size() != SecretBox.KEY_BYTES) {
        throw new KeysException(KeysException.Code.NO_UNLOCKING_KEY, "key file");
      }
      return key;
    } catch (IOException | MalformedBytesException e) {
      throw new KeysException(KeysException.Code.NO_UNLOCKING_KEY, "key file", e);
    }
  }

  private static Path folderOf(Path dataFolder) {
    return dataFolder.resolve("keys");
  }
}
