// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import lat.enlace.exchange.port.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowKeyShelfTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir private Path folder;
  private Vault vault;

  @BeforeEach
  void create() throws KeysException {
    vault =
        Vault.create(
            folder.resolve("data"),
            Unlocking.KeyFile.create(folder.resolve("node.key"), RANDOM),
            RANDOM);
  }

  @Test
  void open_findsWhatWasMade() throws KeysException {
    RowKeyShelf shelf = RowKeyShelf.open(vault);
    shelf.begin();
    SecretKey first = shelf.find(1).orElseThrow();
    SecretKey second = shelf.find(2).orElseThrow();
    assertThat(first).isNotEqualTo(second);

    RowKeyShelf again = RowKeyShelf.open(vault);

    assertThat(again.current()).isEqualTo(2);
    assertThat(again.find(1)).contains(first);
    assertThat(again.find(2)).contains(second);
  }

  @Test
  void destroyOlder_leavesTheCurrentOneAndNoFileOfTheOthers() throws Exception {
    RowKeyShelf shelf = RowKeyShelf.open(vault);
    Path first = folder.resolve("data/keys/rows-1.key");
    Path seen = Files.createLink(folder.resolve("seen"), first);
    shelf.begin();
    SecretKey current = shelf.find(2).orElseThrow();

    shelf.destroyOlder();

    assertThat(shelf.find(1)).isEmpty();
    assertThat(shelf.find(2)).contains(current);
    assertThat(first).doesNotExist();
    assertThat(Files.readAllBytes(seen)).containsOnly(0);
    assertThat(RowKeyShelf.open(vault).find(1)).isEmpty();
  }

  /// As if the process had died while the file was being overwritten.
  @Test
  void open_finishesADestructionThatWasBrokenOff() throws Exception {
    RowKeyShelf.open(vault).begin();
    Path keys = folder.resolve("data/keys");
    Files.move(keys.resolve("rows-1.key"), keys.resolve("rows-1.key.gone.tmp"));

    RowKeyShelf shelf = RowKeyShelf.open(vault);

    assertThat(shelf.current()).isEqualTo(2);
    assertThat(shelf.hasOlder()).isFalse();
    assertThat(keys.resolve("rows-1.key.gone.tmp")).doesNotExist();
  }

  @Test
  void look_makesNothing() throws Exception {
    assertThat(RowKeyShelf.look(vault).current()).isZero();
    assertThat(folder.resolve("data/keys/rows-1.key")).doesNotExist();
  }

  @Test
  void begin_keepsTheCurrentOneIfTheNextCannotBeKept() throws Exception {
    RowKeyShelf shelf = RowKeyShelf.open(vault);
    Path keys = folder.resolve("data/keys");
    Files.move(keys, folder.resolve("data/away"));

    assertThatThrownBy(shelf::begin).isInstanceOf(StoreException.class);
    assertThat(shelf.current()).isEqualTo(1);
    assertThat(shelf.find(1)).isPresent();
  }
}
