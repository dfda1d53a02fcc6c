// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ledgerfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogStorage;
import lat.enlace.testkit.ledger.LogStorageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLogStorageTest extends LogStorageContract {
  @TempDir Path folder;

  @Override
  protected LogStorage storage() {
    return new FileLogStorage(folder.resolve("new/ledger"));
  }

  @Test
  void lease_sweepsReplacementsThatNeverCameIntoPlace() throws Exception {
    LogStorage storage = storage();
    storage.replace("checkpoint", Bytes.utf8("kept"));
    Path left = folder.resolve("new/ledger/checkpoint.tmp");
    Files.writeString(left, "half");

    storage.lease().close();

    assertThat(left).doesNotExist();
    assertThat(storage.read("checkpoint")).contains(Bytes.utf8("kept"));
  }
}
