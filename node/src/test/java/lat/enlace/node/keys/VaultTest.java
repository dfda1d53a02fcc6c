// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.OfficerId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final OfficerId JUDGE = new OfficerId("jueza.ejemplo");
  private static final Bytes SECRET = Bytes.utf8("a secret of some length");

  @TempDir private Path folder;
  private Path data;
  private Unlocking unlocking;
  private Vault vault;

  @BeforeEach
  void create() throws KeysException {
    data = folder.resolve("data");
    unlocking = Unlocking.KeyFile.create(folder.resolve("node.key"), RANDOM);
    vault = Vault.create(data, unlocking, RANDOM);
  }

  @Test
  void put_isReadBackByAnotherOpening() throws KeysException {
    vault.put("one", SECRET);
    assertThat(Vault.open(data, unlocking, RANDOM).require("one")).isEqualTo(SECRET);
    assertThat(vault.find("two")).isEmpty();
  }

  @Test
  void put_leavesNothingReadableAndNothingForOthers() throws Exception {
    vault.put("one", SECRET);
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("secret");
        assertThat(PrivateFiles.readableByOthers(file)).isFalse();
      }
    }
  }

  @Test
  void open_refusesAnotherKeyFile() throws KeysException {
    Unlocking other = Unlocking.KeyFile.create(folder.resolve("other.key"), RANDOM);
    assertCode(KeysException.Code.NOT_UNLOCKED, () -> Vault.open(data, other, RANDOM));
  }

  @Test
  void open_refusesAKeyFileInsideTheDataFolder() throws IOException {
    Path inside = data.resolve("node.key");
    Files.copy(folder.resolve("node.key"), inside);
    assertCode(
        KeysException.Code.UNLOCKING_KEY_INSIDE,
        () -> Vault.open(data, new Unlocking.KeyFile(inside), RANDOM));
  }

  @Test
  void open_refusesAKeyFileThatOthersCanRead() throws IOException {
    Path file = folder.resolve("node.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertCode(KeysException.Code.READABLE_BY_OTHERS, () -> Vault.open(data, unlocking, RANDOM));
  }

  @Test
  void open_refusesAKeyFileThatIsMissingOrShort() throws IOException {
    Path file = folder.resolve("node.key");
    Files.writeString(file, "abcd");
    assertCode(KeysException.Code.NO_UNLOCKING_KEY, () -> Vault.open(data, unlocking, RANDOM));
    Files.delete(file);
    assertCode(KeysException.Code.NO_UNLOCKING_KEY, () -> Vault.open(data, unlocking, RANDOM));
  }

  @Test
  void create_refusesASecondVault() {
    assertCode(KeysException.Code.EXISTS, () -> Vault.create(data, unlocking, RANDOM));
  }

  @Test
  void find_refusesASecretMovedToAnotherName() throws Exception {
    vault.put("one", SECRET);
    Files.copy(data.resolve("keys/one.key"), data.resolve("keys/two.key"));
    assertCode(KeysException.Code.NOT_UNLOCKED, () -> vault.find("two"));
  }

  @Test
  void find_refusesAChangedFile() throws Exception {
    vault.put("one", SECRET);
    Path file = data.resolve("keys/one.key");
    Files.writeString(file, Files.readString(file).replace("enlace-key/1 ", "enlace-key/1 AA"));
    assertCode(KeysException.Code.NOT_UNLOCKED, () -> vault.find("one"));
  }

  @Test
  void destroy_leavesNothing() throws KeysException {
    vault.put("one", SECRET);
    vault.destroy("one");
    vault.destroy("one");
    assertThat(vault.find("one")).isEmpty();
    assertThat(vault.names()).containsExactly("check");
  }

  @Test
  void passphrase_opensItsVaultAndNoOther() throws KeysException {
    Path other = folder.resolve("by-passphrase");
    Vault.create(other, new Unlocking.Passphrase("right passphrase"), RANDOM).put("one", SECRET);
    assertThat(
            Vault.open(other, new Unlocking.Passphrase("right passphrase"), RANDOM).require("one"))
        .isEqualTo(SECRET);
    assertCode(
        KeysException.Code.NOT_UNLOCKED,
        () -> Vault.open(other, new Unlocking.Passphrase("wrong passphrase"), RANDOM));
  }

  @Test
  void personalKey_signsOnlyUnderItsPassphraseAndOnlyItsText() throws KeysException {
    PersonalKeys keys = new PersonalKeys(vault, RANDOM, new HashTurns());
    PersonalKeys.Made made = keys.make(JUDGE, "a long passphrase");
    keys.keep(JUDGE, made);
    Bytes publicKey = made.publicKey();
    Bytes text = Bytes.utf8("the exact text");
    assertCode(KeysException.Code.NO_SUCH_KEY, () -> keys.sign(JUDGE, text, "a long passphrase"));
    keys.putInForce(JUDGE);
    assertThat(keys.sign(JUDGE, text, "another passphrase")).isEmpty();
    Bytes signature = keys.sign(JUDGE, text, "a long passphrase").orElseThrow();
    assertThat(PersonalKeys.holds(publicKey, text, signature)).isTrue();
    assertThat(PersonalKeys.holds(publicKey, Bytes.utf8("the exact text."), signature)).isFalse();
    assertThat(PersonalKeys.holds(Bytes.EMPTY, text, signature)).isFalse();
    assertThat(PersonalKeys.holds(publicKey, text, Bytes.EMPTY)).isFalse();
    assertCode(KeysException.Code.NO_SUCH_KEY, () -> keys.sign(new OfficerId("nobody"), text, "x"));
  }

  private static void assertCode(KeysException.Code code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(KeysException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
