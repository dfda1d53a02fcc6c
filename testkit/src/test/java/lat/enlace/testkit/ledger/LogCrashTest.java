// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogSigner;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.OpenedLog;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.Test;

/// A log whose writer is killed at every operation in turn, and killed again while it recovers.
class LogCrashTest {
  private static final LogSettings SMALL = new LogSettings(3000, 64);
  private static final LogSigner SIGNER =
      new LogSigner(key(SignatureType.ED25519), key(SignatureType.ML_DSA_44_COSIGNATURE));

  /// What the callers of one writer were told.
  private static final class Told {
    final List<Bytes> acknowledged = new ArrayList<>();
    List<Bytes> inFlight = List.of();
    final List<SignedCheckpoint> published = new ArrayList<>();
  }

  @Test
  void open_bringsBackEveryAcknowledgedEntryWhereverTheWriterWasKilled() throws Exception {
    long operations = run(new FaultyLogStorage(), new Told());
    assertThat(operations).isGreaterThan(130);
    for (long at = 0; at < operations; at += stride()) {
      FaultyLogStorage storage = new FaultyLogStorage();
      storage.killAfter(at);
      Told told = new Told();
      try {
        run(storage, told);
      } catch (KilledException e) {
        checkRecovery(storage, told, at);
      }
    }
  }

  /// Every operation in the long run, every third otherwise.
  private static int stride() {
    return Boolean.getBoolean("enlace.full") ? 1 : 3;
  }

  @Test
  void open_survivesBeingKilledAtEachOfItsOwnOperations() throws Exception {
    FaultyLogStorage killed = new FaultyLogStorage();
    killed.killAfter(100);
    Told told = new Told();
    assertThatThrownBy(() -> run(killed, told)).isInstanceOf(KilledException.class);
    for (int seed = 0; seed < 160; seed++) {
      FaultyLogStorage storage = killed.crash(new SplittableRandom(seed));
      storage.killAfter(seed % 20);
      try {
        Log.open(ports(storage), SMALL);
      } catch (KilledException e) {
        checkRecovery(storage, told, seed);
      }
    }
  }

  @Test
  void append_refusesEverythingAfterTheStorageFailed() throws Exception {
    FaultyLogStorage storage = new FaultyLogStorage();
    Log log = Log.create(ports(storage), SMALL);
    log.append(entries(0, 5));
    storage.failAfter(1);

    assertThatThrownBy(() -> log.append(entries(5, 6))).isInstanceOf(LogStorageException.class);
    assertThatThrownBy(() -> log.append(entries(5, 6)))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.FAILED));
    assertThatThrownBy(log::publish).isInstanceOf(LedgerException.class);
  }

  private static void checkRecovery(FaultyLogStorage storage, Told told, long seed)
      throws Exception {
    FaultyLogStorage left = storage.crash(new SplittableRandom(seed));
    Log log = reopen(left);
    List<Bytes> expected = new ArrayList<>(told.acknowledged);
    assertThat(log.size())
        .isIn((long) expected.size(), (long) expected.size() + told.inFlight.size());
    if (log.size() > expected.size()) {
      expected.addAll(told.inFlight);
    }
    LogView view = log.view();
    assertThat(view.entries(0, view.size())).isEqualTo(expected);
    for (SignedCheckpoint published : told.published) {
      assertThat(log.reader().at(published.checkpoint().size()).root())
          .isEqualTo(published.checkpoint().root());
    }
    log.append(entries(1000, 1003));
    log.close();
    assertThat(Fsck.check(left, SIGNER.keys().all()).findings()).as("killed at %d", seed).isEmpty();
  }

  /// A writer killed while it created its log has told nobody anything: it creates it again.
  private static Log reopen(FaultyLogStorage storage) throws Exception {
    try {
      OpenedLog opened = Log.open(ports(storage), SMALL);
      return opened.log();
    } catch (LedgerException e) {
      assertThat(e.code()).isEqualTo(LedgerException.Code.NO_LOG);
      return Log.create(ports(storage), SMALL);
    }
  }

  /// Appends 560 entries in batches of uneven size, publishes now and then; returns how many
  /// operations on the storage that took.
  private static long run(FaultyLogStorage storage, Told told) throws Exception {
    Log log = Log.create(ports(storage), SMALL);
    int step = 0;
    while (log.size() < 560) {
      told.inFlight = entries(log.size(), log.size() + 1 + step % 13 * 3L);
      log.append(told.inFlight);
      told.acknowledged.addAll(told.inFlight);
      told.inFlight = List.of();
      if (step++ % 3 == 0) {
        told.published.add(log.publish());
      }
    }
    log.close();
    return storage.operations();
  }

  private static LogPorts ports(FaultyLogStorage storage) {
    return new LogPorts(
        storage, SIGNER, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
  }

  private static List<Bytes> entries(long from, long to) {
    List<Bytes> entries = new ArrayList<>();
    for (long i = from; i < to; i++) {
      entries.add(Bytes.utf8("entry number " + i));
    }
    return entries;
  }

  private static SigningKey key(SignatureType type) {
    return SigningKey.fromSeed(
        new KeyName("co.example/ledger"), type, Hash.sha256(Bytes.utf8("seed " + type)).value());
  }
}
