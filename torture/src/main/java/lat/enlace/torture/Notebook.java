// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lat.enlace.demo.DemoState;

/// What officers were told, kept outside the nodes, and what was found to be otherwise.
final class Notebook implements AutoCloseable {
  private final Writer file;
  private final Moves moves;
  private final Map<Thing, String> told = new HashMap<>();
  private final Map<String, int[]> readings = new HashMap<>();
  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final List<String> againstPolicy = new ArrayList<>();
  private long acknowledged;

  Notebook(Path file, Moves moves) throws IOException {
    this.file = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.moves = moves;
  }

  /// One thing at one node.
  record Thing(DemoState at, Shelf shelf, String id) {}

  /// A deed was acknowledged, and how the thing stands now.
  synchronized void acknowledged(Thing thing, String state) {
    acknowledged++;
    seen(thing, state);
  }

  /// A deed was acknowledged that leaves nothing on a shelf.
  synchronized void acknowledged(String deed) {
    acknowledged++;
    write("done " + deed);
  }

  /// How a thing stands now, by what its node showed. What was shown before must lead here.
  synchronized void seen(Thing thing, String state) {
    String before = told.put(thing, state);
    if (before == null || !before.equals(state)) {
      write(thing.at().code() + " " + thing.shelf() + " " + thing.id() + " " + state);
    }
    if (before != null && !moves.leads(thing.shelf().machine(), before, state)) {
      String what =
          thing.at().code()
              + " "
              + thing.shelf()
              + " "
              + thing.id()
              + ": was "
              + before
              + ", is "
              + state;
      if (moves.last(thing.shelf().machine(), before)) {
        againstPolicy(what);
      } else {
        lost(what);
      }
    }
  }

  /// All things of a shelf at a node, and how they stood last.
  synchronized Map<String, String> on(DemoState at, Shelf shelf) {
    Map<String, String> found = new HashMap<>();
    told.forEach((thing, state) -> {
      if (thing.at().equals(at) && thing.shelf() == shelf) {
        found.put(thing.id(), state);
      }
    });
    return found;
  }

  synchronized void lost(String what) {
    lost.add(what);
    write("LOST " + what);
  }

  synchronized void doubled(String what) {
    doubled.add(what);
    write("DOUBLED " + what);
  }

  synchronized void againstPolicy(String what) {
    againstPolicy.add(what);
    write("AGAINST POLICY " + what);
  }

  synchronized void refused(String code) {
    refusals.merge(code, 1, Integer::sum);
  }

  /// An item is about to be read.
  synchronized void reads(String item) {
    readings.computeIfAbsent(item, one -> new int[2])[0]++;
  }

  /// It was.
  synchronized void hasRead(String item) {
    readings.computeIfAbsent(item, one -> new int[2])[1]++;
    acknowledged("read " + item);
  }

  /// The items that were read, or may have been.
  synchronized Set<String> itemsRead() {
    return new HashSet<>(readings.keySet());
  }

  /// Compares how often an item was read with how often its originator was told so.
  synchronized void compareReadings(String item, int reported) {
    int[] count = readings.getOrDefault(item, new int[2]);
    if (reported < count[1]) {
      lost("readings of " + item + ": " + count[1] + " acknowledged, " + reported + " reported");
    } else if (reported > count[0]) {
      doubled("readings of " + item + ": " + count[0] + " tried, " + reported + " reported");
    }
  }

  synchronized void say(String line) {
    write(line);
  }

  synchronized Tally tally() {
    return new Tally(
        acknowledged,
        List.copyOf(lost),
        List.copyOf(doubled),
        List.copyOf(againstPolicy),
        Map.copyOf(refusals),
        told.size());
  }

  /// The sum of it.
  ///
  /// @param refusals how often nodes said no, by code
  record Tally(
      long acknowledged,
      List<String> lost,
      List<String> doubled,
      List<String> againstPolicy,
      Map<String, Integer> refusals,
      int things) {
    boolean clean() {
      return lost.isEmpty() && doubled.isEmpty() && againstPolicy.isEmpty();
    }
  }

  private void write(String line) {
    try {
      file.write(line + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
