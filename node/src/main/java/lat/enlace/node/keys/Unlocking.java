// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import lat.enlace.bytes.Bytes;

/// Where the key-encryption key of a vault comes from; never from inside the data folder.
public sealed interface Unlocking {
  /// A file of 64 hexadecimal digits.
  record KeyFile(Path file) implements Unlocking {
    /// Makes a new file with a fresh key, readable by its owner only.
    public static KeyFile create(Path file, SecureRandom random) throws KeysException {
      byte[] key = new byte[SecretBox.KEY_BYTES];
      random.nextBytes(key);
      try {
        if (Files.exists(file)) {
          throw new KeysException(KeysException.Code.EXISTS, "key file " + file);
        }
        PrivateFiles.replace(file, Bytes.utf8(Bytes.copyOf(key).hex() + "\n"));
      } catch (IOException e) {
        throw new KeysException(KeysException.Code.FAILED, "key file " + file, e);
      }
      return new KeyFile(file);
    }
  }

  /// A passphrase that a person, or the service manager, gives at start.
  record Passphrase(String passphrase) implements Unlocking {
    @Override
    public String toString() {
      return "Passphrase[]";
    }
  }
}
