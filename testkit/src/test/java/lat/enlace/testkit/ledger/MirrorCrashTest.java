// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogRebuild;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogSigner;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.MirrorCheck;
import lat.enlace.ledger.MirroredLogStorage;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.Test;

/// A log with a mirror, whose writer is killed wherever it changes either place: the log opens
/// again, and what was acknowledged can be built from the mirror alone.
class MirrorCrashTest {
  private static final LogSettings SMALL = new LogSettings(3000, 64);
  private static final LogSigner SIGNER =
      new LogSigner(key(SignatureType.ED25519), key(SignatureType.ML_DSA_44_COSIGNATURE));

  private FaultyLogStorage first = new FaultyLogStorage();
  private FaultyLogStorage mirror = new FaultyLogStorage();

  @Test
  void open_goesOnFillingAMirrorWhereItWasKilled() throws Exception {
    try (Log log = Log.create(ports(first), SMALL)) {
      log.append(entries(0, 900));
    }
    FaultyLogStorage whole = first.copy();
    int killed = 0;
    for (int at = 0; at < 20; at++) {
      first = whole.copy();
      mirror = new FaultyLogStorage();
      for (int again = 0; again < 3; again++) {
        killed += open(at + again, 900) ? 0 : 1;
      }
      requireWhole(900);
    }
    assertThat(killed).isGreaterThan(15);
  }

  @Test
  void open_keepsWhatWasAcknowledgedInBothWhereverTheWriterWasKilled() throws Exception {
    int killed = 0;
    for (int at = 0; at < 120; at += 2) {
      first = new FaultyLogStorage();
      mirror = new FaultyLogStorage();
      List<Integer> acknowledged = new ArrayList<>(List.of(0));
      (at % 4 == 0 ? first : mirror).killAfter(at / 2);
      try (Log log = Log.create(ports(new MirroredLogStorage(first, mirror)), SMALL)) {
        for (int end = 21; end < 400; end += 21) {
          log.append(entries(end - 21, end));
          acknowledged.add(end);
          log.publish();
        }
      } catch (KilledException e) {
        killed++;
      }
      crash(at);
      if (!first.list("journal").isEmpty()) {
        requireWhole(acknowledged.getLast());
      } else {
        assertThat(acknowledged).containsExactly(0);
      }
    }
    assertThat(killed).isGreaterThan(40);
  }

  /// Opens both and kills the mirror's writer after so many operations; whether it was done before.
  private boolean open(int killAfter, long size) throws Exception {
    mirror.killAfter(killAfter);
    try (Log log = Log.open(ports(new MirroredLogStorage(first, mirror)), SMALL).log()) {
      assertThat(log.size()).isGreaterThanOrEqualTo(size);
    } catch (KilledException e) {
      crash(killAfter);
      return false;
    }
    crash(killAfter);
    return true;
  }

  private void crash(int seed) {
    first = first.crash(new SplittableRandom(seed));
    mirror = mirror.crash(new SplittableRandom(seed + 1));
  }

  private void requireWhole(int size) throws Exception {
    Log.open(ports(new MirroredLogStorage(first, mirror)), SMALL).log().close();
    assertThat(MirrorCheck.wanting(first, mirror)).isEmpty();
    FaultyLogStorage fresh = new FaultyLogStorage();
    LogRebuild.rebuild(mirror.copy(), fresh);
    try (Log log = Log.open(ports(fresh), SMALL).log()) {
      assertThat(log.view().entries(0, size)).isEqualTo(entries(0, size));
    }
    assertThat(Fsck.check(fresh, SIGNER.keys().all()).findings()).isEmpty();
  }

  private static LogPorts ports(LogStorage storage) {
    return new LogPorts(
        storage, SIGNER, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
  }

  private static SigningKey key(SignatureType type) {
    return SigningKey.fromSeed(
        new KeyName("mirrored.example/ledger"), type, Hash.sha256(Bytes.utf8("" + type)).value());
  }

  private static List<Bytes> entries(int from, int to) {
    List<Bytes> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(Hash.sha256(Bytes.utf8("entry " + i)).value());
    }
    return entries;
  }
}
