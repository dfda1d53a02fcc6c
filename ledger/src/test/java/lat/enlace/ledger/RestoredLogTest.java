// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.bytes.Bytes;
import org.junit.jupiter.api.Test;

class RestoredLogTest {
  private static final Origin ORIGIN = new Origin("co.example/ledger");

  private static VerifiedCheckpoint head(Log log, LogPorts ports) throws Exception {
    return ports.signer().keys().verify(log.publish());
  }

  @Test
  void judge_findsARestoredLogCurrentBehindOrForked() throws Exception {
    HeapLogStorage storage = new HeapLogStorage();
    LogPorts ports = Logs.ports(storage);
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 5));
    VerifiedCheckpoint five = head(log, ports);
    LogView backup = new LogReader(storage.copy()).at(5);
    log.append(Logs.entries(5, 9));
    VerifiedCheckpoint nine = head(log, ports);
    Log fork = Log.create(Logs.ports(new HeapLogStorage()), LogSettings.STANDARD);
    fork.append(Logs.entries(50, 54));
    VerifiedCheckpoint other = head(fork, ports);

    assertThat(RestoredLog.judge(ORIGIN, backup, List.of(five)))
        .isEqualTo(new RestoredLog.Current());
    assertThat(RestoredLog.judge(ORIGIN, backup, List.of(five, nine)))
        .isEqualTo(new RestoredLog.Behind(nine));
    assertThat(RestoredLog.judge(ORIGIN, backup, List.of(nine, other)))
        .isEqualTo(new RestoredLog.Forked(other));
  }

  @Test
  void begin_opensASuccessorWhoseFirstEntryNamesTheOldLog() throws Exception {
    LogPorts oldPorts = Logs.ports(new HeapLogStorage());
    Log old = Log.create(oldPorts, LogSettings.STANDARD);
    old.append(Logs.entries(0, 5));
    Successor successor = new Successor(head(old, oldPorts).checkpoint());
    LogPorts ports = Logs.ports(new HeapLogStorage(), "co.example/ledger-2");
    Bytes salt = Logs.seed("successor");

    Log log = successor.begin(ports, LogSettings.STANDARD, salt);
    log.append(Logs.entries(5, 6));
    IncludedLeaf first =
        head(log, ports)
            .include(
                successor.opening(salt).commit(EntryType.SUCCESSOR).leafHash(),
                log.view().inclusion(0));

    assertThat(Successor.verify(first, successor.opening(salt))).isEqualTo(successor);
    assertThatThrownBy(() -> Successor.verify(first, successor.opening(Logs.seed("other"))))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.OPENING_MISMATCH));
  }

  @Test
  void begin_refusesTheNameOfTheOldLog() throws Exception {
    LogPorts ports = Logs.ports(new HeapLogStorage());
    Successor successor = new Successor(new Checkpoint(ORIGIN, 0, TreeHash.EMPTY));

    assertThatThrownBy(() -> successor.begin(ports, LogSettings.STANDARD, Logs.seed("salt")))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.WRONG_ORIGIN));
  }
}
