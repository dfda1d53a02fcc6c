// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.Comparator;

/// A thing was in one state after a step and in another after a later one.
public record Move(String machine, String from, String to) implements Comparable<Move> {
  private static final Comparator<Move> ORDER =
      Comparator.comparing(Move::machine).thenComparing(Move::from).thenComparing(Move::to);

  @Override
  public int compareTo(Move other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return machine + " " + from + " -> " + to;
  }
}
