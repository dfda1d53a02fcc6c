// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;
import org.junit.jupiter.api.Test;

/// What every log storage does. A test class of an adapter extends it.
public abstract class LogStorageContract {
  private static final Bytes ONE = Bytes.utf8("one");
  private static final Bytes TWO = Bytes.utf8("two");

  /// The storage under test, empty, always over the same files in one test.
  protected abstract LogStorage storage() throws Exception;

  @Test
  void read_givesNothingWhereThereIsNoFile() throws Exception {
    assertThat(storage().read("tile/0/000")).isEmpty();
    assertThat(storage().list("")).isEmpty();
    assertThat(storage().list("tile")).isEmpty();
  }

  @Test
  void write_createsFoldersAndOverwrites() throws Exception {
    LogStorage storage = storage();
    storage.write("tile/entries/x001/002.p/7", ONE);
    storage.write("tile/entries/x001/002.p/7", Bytes.EMPTY);
    storage.write("tile/entries/x001/002.p/7", TWO);

    assertThat(storage.read("tile/entries/x001/002.p/7")).contains(TWO);
  }

  @Test
  void replace_createsAndReplaces() throws Exception {
    LogStorage storage = storage();
    storage.replace("checkpoint", ONE);
    storage.sync(List.of("checkpoint"));
    storage.replace("checkpoint", TWO);
    storage.sync(List.of("checkpoint"));

    assertThat(storage.read("checkpoint")).contains(TWO);
    assertThat(storage.list("")).containsExactly("checkpoint");
  }

  @Test
  void append_addsToTheEndAlsoAfterReplace() throws Exception {
    LogStorage storage = storage();
    storage.append("journal/1", ONE);
    storage.sync(List.of("journal/1"));
    storage.append("journal/1", TWO);
    storage.append("journal/2", TWO);
    storage.replace("journal/1", TWO);
    storage.append("journal/1", ONE);
    storage.sync(List.of("journal/1", "journal/2"));

    assertThat(storage.read("journal/1")).contains(Bytes.concat(TWO, ONE));
    assertThat(storage.read("journal/2")).contains(TWO);
  }

  @Test
  void list_givesAllFilesBelowSorted() throws Exception {
    LogStorage storage = storage();
    storage.write("tile/1/000", ONE);
    storage.write("tile/0/001.p/5", ONE);
    storage.write("tile/0/000", ONE);
    storage.write("checkpoint", ONE);

    assertThat(storage.list("tile/0")).containsExactly("tile/0/000", "tile/0/001.p/5");
    assertThat(storage.list(""))
        .containsExactly("checkpoint", "tile/0/000", "tile/0/001.p/5", "tile/1/000");
  }

  @Test
  void delete_removesAndForgivesAbsence() throws Exception {
    LogStorage storage = storage();
    storage.write("tile/0/000", ONE);
    storage.delete("tile/0/000");
    storage.delete("tile/0/000");
    storage.sync(List.of("tile/0/000"));

    assertThat(storage.list("")).isEmpty();
  }

  @Test
  void lease_admitsOneWriter() throws Exception {
    LogStorage storage = storage();
    LogLease lease = storage.lease();

    assertThatThrownBy(storage()::lease)
        .isInstanceOfSatisfying(
            LogStorageException.class,
            e -> assertThat(e.code()).isEqualTo(LogStorageException.Code.LEASE_HELD));
    lease.close();
    storage.lease().close();
  }
}
