// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Links;
import lat.enlace.testkit.exchange.TestNode;

/// What is on its way between nodes, and what a bad network does to it.
final class Network {
  private static final Duration LATE = Duration.ofMinutes(2);
  private static final int OUT_OF_TURN = 3;
  private static final int LOST = 10;
  private static final int DOUBLED = 7;
  private static final int DAMAGED = 16;

  private final List<Flight> flights = new ArrayList<>();
  private final Map<Set<TestNode>, Instant> cut = new HashMap<>();
  private final SplittableRandom random;
  private final Coverage coverage;

  Network(SplittableRandom random, Coverage coverage) {
    this.random = random;
    this.coverage = coverage;
  }

  /// A batch, or the answer to one, on its way.
  record Flight(TestNode from, TestNode to, Links.Outgoing batch, List<Bytes> answer, Instant at) {
    Flight {
      answer = List.copyOf(answer);
    }

    boolean carriesAnswer() {
      return !answer.isEmpty();
    }
  }

  /// From now until {@code until} nothing passes between these.
  void cut(TestNode one, TestNode other, Instant until) {
    coverage.was(Fault.PARTITIONED);
    cut.put(Set.of(one, other), until);
    flights.removeIf(flight -> isCut(flight.from(), flight.to(), Instant.EPOCH));
  }

  private boolean isCut(TestNode one, TestNode other, Instant now) {
    Instant until = cut.get(Set.of(one, other));
    return until != null && until.isAfter(now);
  }

  void send(TestNode from, TestNode to, Links.Outgoing batch, Instant at) {
    if (isCut(from, to, at)) {
      return;
    }
    flights.add(new Flight(from, to, batch, List.of(), at));
  }

  void answer(Flight flight, Bytes ack, Instant at) {
    flights.add(new Flight(flight.from(), flight.to(), flight.batch(), List.of(ack), at));
  }

  /// What arrives next, if anything does. In a storm any of them, perhaps again, perhaps damaged.
  Optional<Flight> arrival(Instant now, boolean storm) {
    if (flights.isEmpty()) {
      return Optional.empty();
    }
    if (!storm) {
      return Optional.of(flights.removeFirst());
    }
    int at = random.nextInt(OUT_OF_TURN) == 0 ? random.nextInt(flights.size()) : 0;
    Flight flight = flights.get(at);
    if (isCut(flight.from(), flight.to(), now)) {
      flights.remove(at);
      return Optional.empty();
    }
    if (random.nextInt(DOUBLED) == 0) {
      coverage.was(Fault.DOUBLED);
    } else {
      flights.remove(at);
    }
    if (random.nextInt(LOST) == 0) {
      coverage.was(Fault.LOST);
      return Optional.empty();
    }
    note(flight, at, now);
    return Optional.of(random.nextInt(DAMAGED) == 0 ? damaged(flight) : flight);
  }

  private void note(Flight flight, int at, Instant now) {
    boolean overtook =
        flights.subList(0, Math.min(at, flights.size())).stream()
            .anyMatch(other -> other.from() == flight.from() && other.to() == flight.to());
    if (overtook) {
      coverage.was(Fault.REORDERED);
    }
    if (flight.at().plus(LATE).isBefore(now)) {
      coverage.was(Fault.DELAYED);
    }
  }

  private Flight damaged(Flight flight) {
    coverage.was(Fault.DAMAGED);
    if (flight.carriesAnswer()) {
      return new Flight(
          flight.from(),
          flight.to(),
          flight.batch(),
          List.of(flipped(flight.answer().getFirst())),
          flight.at());
    }
    Links.Outgoing batch = flight.batch();
    Links.Outgoing changed =
        new Links.Outgoing(
            batch.partner(), flipped(batch.envelope()), batch.firstIndex(), batch.count());
    return new Flight(flight.from(), flight.to(), changed, List.of(), flight.at());
  }

  private Bytes flipped(Bytes whole) {
    byte[] bytes = whole.toArray();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Bytes.copyOf(bytes);
  }

  /// True if a batch between these, or the answer to it, is on its way.
  boolean busy(TestNode from, TestNode to) {
    return flights.stream().anyMatch(flight -> flight.from() == from && flight.to() == to);
  }

  void clear() {
    flights.clear();
    cut.clear();
  }
}
