// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lat.enlace.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/// One file: what a reader sees now, and what a crash may leave of it. Null stands for no file.
final class FaultyFile {
  private @Nullable Bytes now;

  /// Whole states that a crash may leave: the one last synced, and what replaced or removed it
  /// since.
  private final List<@Nullable Bytes> whole = new ArrayList<>();

  /// True if the end beyond `kept` bytes may be cut or scrambled.
  private boolean mayTear;

  private int kept;

  FaultyFile(@Nullable Bytes durable) {
    now = durable;
    whole.add(durable);
  }

  @Nullable Bytes now() {
    return now;
  }

  void write(Bytes content) {
    now = content;
    whole.add(null);
    mayTear = true;
    kept = 0;
  }

  void replace(Bytes content) {
    now = content;
    whole.add(content);
    mayTear = false;
  }

  void append(Bytes content) {
    Bytes before = now == null ? Bytes.EMPTY : now;
    if (!mayTear) {
      kept = before.size();
      mayTear = true;
    }
    if (now == null) {
      whole.add(null);
    }
    now = Bytes.concat(before, content);
  }

  void delete() {
    now = null;
    whole.add(null);
    mayTear = false;
  }

  void sync() {
    whole.clear();
    whole.add(now);
    mayTear = false;
  }

  /// What a crash leaves, chosen by `random` among all that it may.
  @Nullable Bytes crash(RandomGenerator random) {
    int choice = random.nextInt(mayTear ? whole.size() + 3 : whole.size());
    return choice < whole.size() ? whole.get(choice) : torn(random);
  }

  private @Nullable Bytes torn(RandomGenerator random) {
    if (now == null) {
      return null;
    }
    int cut = random.nextInt(kept, now.size() + 1);
    byte[] garbage = new byte[random.nextBoolean() ? 0 : random.nextInt(now.size() - cut + 1)];
    random.nextBytes(garbage);
    return Bytes.concat(now.slice(0, cut), Bytes.copyOf(garbage));
  }
}
