// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The state machines as docs/spec/kinds.md tells them; the page is part of the build.
public final class StateTables {
  private static final int CELLS = 5;

  private final Set<Move> moves = new TreeSet<>();
  private final Set<String> machines = new HashSet<>();
  private final Set<String> states = new HashSet<>();

  /// Reads the page.
  public StateTables() {
    String page = "/spec/kinds.md";
    try (InputStream in =
        Objects.requireNonNull(StateTables.class.getResourceAsStream(page), page)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    if (cells.size() != CELLS || !cells.get(1).strip().matches("`[A-Za-z.]+\\.(State|Outcome)`")) {
      return;
    }
    String machine = bare(cells.get(1));
    if (Families.NOT_YET_WATCHED.contains(machine)) {
      return;
    }
    machines.add(machine);
    states.add(machine + " " + bare(cells.get(2)));
    for (String next : cells.get(3).split(",", -1)) {
      if (!next.isBlank()) {
        moves.add(new Move(machine, bare(cells.get(2)), bare(next)));
      }
    }
  }

  private static String bare(String cell) {
    return cell.strip().replace("`", "");
  }

  /// Every move of every machine.
  public Set<Move> moves() {
    return Set.copyOf(moves);
  }

  /// True if the page tells of this state. What a node knows beside (that it answered a question by
  /// rule) is no state that people see.
  public boolean tells(String machine, String state) {
    return states.contains(machine + " " + state);
  }

  /// The names of all machines.
  public Set<String> machines() {
    return Set.copyOf(machines);
  }
}
