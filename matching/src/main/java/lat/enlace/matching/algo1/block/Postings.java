// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.block;

import java.util.Arrays;

/// A sorted set of record numbers.
public final class Postings {
  private int[] records = new int[2];
  private int size;

  /// How many.
  public int size() {
    return size;
  }

  /// The {@code i}-th record number.
  public int at(int i) {
    return records[i];
  }

  /// Whether {@code record} is among them.
  public boolean contains(int record) {
    return Arrays.binarySearch(records, 0, size, record) >= 0;
  }

  /// Adds a record number.
  public void put(int record) {
    int at = Arrays.binarySearch(records, 0, size, record);
    if (at >= 0) {
      return;
    }
    int place = -at - 1;
    if (size == records.length) {
      records = Arrays.copyOf(records, size * 2);
    }
    System.arraycopy(records, place, records, place + 1, size - place);
    records[place] = record;
    size++;
  }

  /// Takes a record number out.
  public void take(int record) {
    int at = Arrays.binarySearch(records, 0, size, record);
    if (at >= 0) {
      System.arraycopy(records, at + 1, records, at, size - at - 1);
      size--;
    }
  }

  /// The record numbers that stand in both.
  public Postings and(Postings other) {
    Postings smaller = size <= other.size ? this : other;
    Postings larger = size <= other.size ? other : this;
    Postings both = new Postings();
    for (int i = 0; i < smaller.size; i++) {
      if (larger.contains(smaller.records[i])) {
        both.put(smaller.records[i]);
      }
    }
    return both;
  }
}
