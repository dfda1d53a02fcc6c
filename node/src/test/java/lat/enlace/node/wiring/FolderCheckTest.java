// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.doctor.Doctor;
import lat.enlace.node.doctor.FolderCheck;
import lat.enlace.node.doctor.Step;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bits of a sample node's keys and ledger flipped in turn: every one is found, in the step that
/// names what is hurt, and with a mend. Each look is a whole one, so that not every bit has its
/// turn: with --full one in 23, else one in a thousand, at places that move on from file to file.
/// Of the rows `RowCheckTest` flips every bit.
class FolderCheckTest {
  private static final int STRIDE = Boolean.getBoolean("enlace.full") ? 23 : 997;

  @TempDir private Path root;

  @Test
  void fsck_findsFlippedBitsOfKeysAndLedger() throws Exception {
    DataFolder folder = new NodePair(root).make().folder("CO");
    assertThat(broken(folder)).isEmpty();
    assertThat(flips(folder, folder.root().resolve("keys"), "keys")).isGreaterThan(20);
    assertThat(flips(folder, folder.ledger(), "ledger")).isGreaterThan(20);
    assertThat(broken(folder)).isEmpty();
  }

  private int flips(DataFolder folder, Path below, String step) throws IOException {
    int flipped = 0;
    for (Path file : files(below)) {
      byte[] whole = Files.readAllBytes(file);
      for (int bit = flipped % 8; bit < whole.length * 8; bit += STRIDE) {
        byte[] hurt = whole.clone();
        hurt[bit / 8] ^= (byte) (1 << (bit % 8));
        Files.write(file, hurt);
        assertThat(broken(folder))
            .as("bit %d of %s", bit, file)
            .anySatisfy(found -> {
              assertThat(found.name()).isEqualTo(step);
              assertThat(found.mend()).isNotEmpty();
            });
        flipped++;
      }
      Files.write(file, whole);
    }
    return flipped;
  }

  /// The salt of a vault that a key file opens is not used, and the lease holds nothing.
  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("salt") && !file.endsWith("lease"))
          .sorted()
          .toList();
    }
  }

  static List<Step> broken(DataFolder folder) {
    Unlocker unlocker = new Unlocker(Map.of());
    Doctor.Access access =
        new Doctor.Access() {
          @Override
          public Unlocking unlocking(NodeSettings settings) throws ConfigException {
            return unlocker.unlocking(settings.unlock());
          }

          @Override
          public DatabaseSettings database(NodeSettings settings) throws ConfigException {
            return OpenNode.databaseSettings(folder, settings.database());
          }
        };
    return new FolderCheck(folder)
        .look(access).stream().filter(step -> step.verdict() == Step.Verdict.BROKEN).toList();
  }
}
