// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.block;

import java.util.Arrays;
import java.util.function.Consumer;

/// Sums evidence by record number: an open-addressed table that grows with what is found.
public final class Tally {
  private int[] keys = new int[256];
  private float[] sums = new float[256];
  private float[] shared = new float[256];
  private float[] weights = new float[256];
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

  /// What is known of a record.
  ///
  /// @param record number
  /// @param sum of evidence, rare parts counting more
  /// @param shared weight of the parts in common, each as far as it is alike
  /// @param weight of the parts in common
  /// @param times how many parts
  public record Evidence(int record, float sum, float shared, float weight, int times) {}

  /// Adds evidence.
  public void add(Evidence more) {
    int at = slot(more.record());
    if (keys[at] < 0) {
      keys[at] = more.record();
      size++;
    }
    sums[at] += more.sum();
    shared[at] += more.shared();
    weights[at] += more.weight();
    counts[at] = (byte) Math.min(Byte.MAX_VALUE, counts[at] + more.times());
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /// Raises the evidence of a record within one part of a name: the nearest spelling counts, not
  /// every spelling.
  public void raise(int record, float sum, float alike) {
    int at = slot(record);
    if (keys[at] < 0) {
      keys[at] = record;
      size++;
      counts[at] = 1;
    }
    sums[at] = Math.max(sums[at], sum);
    shared[at] = Math.max(shared[at], alike);
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /// Calls back for every record with evidence, in no particular order.
  public void forEach(Consumer<Evidence> visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        visitor.accept(new Evidence(keys[i], sums[i], shared[i], weights[i], counts[i]));
      }
    }
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
    float[] oldShared = shared;
    float[] oldWeights = weights;
    byte[] oldCounts = counts;
    keys = new int[oldKeys.length * 2];
    sums = new float[keys.length];
    shared = new float[keys.length];
    weights = new float[keys.length];
    counts = new byte[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        sums[at] = oldSums[i];
        shared[at] = oldShared[i];
        weights[at] = oldWeights[i];
        counts[at] = oldCounts[i];
      }
    }
  }
}
