// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.block;

import java.util.Arrays;

/// Sums evidence by record number: an open-addressed table that grows with what is found.
public final class Tally {
  private int[] keys = new int[256];
  private float[] sums = new float[256];
  private byte[] counts = new byte[256];
  private int size;

  /// An empty tally.
  public Tally() {
    Arrays.fill(keys, -1);
  }

  /// How many records have any evidence.
  public int size() {
    return size;
  }

  /// Adds evidence once.
  public void add(int record, float weight) {
    add(record, weight, 1);
  }

  /// Adds evidence that counts {@code times}.
  public void add(int record, float weight, int times) {
    int at = slot(record);
    if (keys[at] < 0) {
      keys[at] = record;
      size++;
    }
    sums[at] += weight;
    counts[at] = (byte) Math.min(Byte.MAX_VALUE, counts[at] + times);
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /// Raises the evidence of a record to {@code weight} if it has less; within one part of a name
  /// the nearest spelling counts, not every spelling.
  public void raise(int record, float weight) {
    float now = of(record);
    if (weight > now) {
      add(record, weight - now);
    }
  }

  /// The evidence for a record.
  public float of(int record) {
    int at = slot(record);
    return keys[at] < 0 ? 0 : sums[at];
  }

  /// Calls back for every record with evidence, in no particular order.
  public void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        visitor.visit(keys[i], sums[i], counts[i]);
      }
    }
  }

  /// Receives a record, its evidence, and how often evidence was added.
  @FunctionalInterface
  public interface Visitor {
    /// One record.
    void visit(int record, float weight, int times);
  }

  private int slot(int record) {
    int mask = keys.length - 1;
    int at = ((record * 0x9E3779B9) >>> 7) & mask;
    while (keys[at] >= 0 && keys[at] != record) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldSums = sums;
    byte[] oldCounts = counts;
    keys = new int[oldKeys.length * 2];
    sums = new float[keys.length];
    counts = new byte[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        sums[at] = oldSums[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
