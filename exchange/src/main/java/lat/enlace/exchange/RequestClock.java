// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.model.StateCode;
import lat.enlace.model.clock.Pause;
import lat.enlace.model.clock.ReplyClock;
import lat.enlace.model.clock.Term;
import lat.enlace.model.clock.WorkCalendar;

/// The clock of one request. A value: both ends reckon it from times that both hold signed, so that
/// nobody can dispute what was on time (docs/spec/requests.md, "The clock").
///
/// @param term within which the reply is owed
/// @param owing the state that owes it, by whose calendar
/// @param started when that state received the request, by its receipt: none before, or one
/// @param pauses the clock stands in them; the last may still last
/// @param met when the asker received the last reply, by his receipt: none before, or one
public record RequestClock(
    Term term, StateCode owing, List<Instant> started, List<Pause> pauses, List<Instant> met) {
  /// Copies.
  public RequestClock {
    started = List.copyOf(started);
    pauses = List.copyOf(pauses);
    met = List.copyOf(met);
  }

  /// One that has not started.
  public static RequestClock of(Term term, StateCode owing) {
    return new RequestClock(term, owing, List.of(), List.of(), List.of());
  }

  /// Started at {@code at}; a clock starts once.
  public RequestClock started(Instant at) {
    return started.isEmpty() ? new RequestClock(term, owing, List.of(at), pauses, met) : this;
  }

  /// Stopped at {@code at}.
  public RequestClock paused(Instant at, Pause.Reason reason) {
    List<Pause> all = new ArrayList<>(resumed(at).pauses);
    all.add(Pause.open(reason, at));
    return new RequestClock(term, owing, started, all, met);
  }

  /// Running again from {@code at}; nothing changes if it runs.
  public RequestClock resumed(Instant at) {
    if (why().isEmpty()) {
      return this;
    }
    List<Pause> all = new ArrayList<>(pauses);
    Pause last = all.removeLast();
    all.add(last.ended(at.isBefore(last.from()) ? last.from() : at));
    return new RequestClock(term, owing, started, all, met);
  }

  /// The last reply was received.
  public RequestClock met(Instant at) {
    return met.isEmpty() ? new RequestClock(term, owing, started, pauses, List.of(at)) : this;
  }

  /// The clock once it has started.
  public Optional<ReplyClock> reply() {
    return started.stream()
        .findFirst()
        .map(start -> new ReplyClock(term, WorkCalendar.of(owing), start, pauses, met));
  }

  /// When the reply is owed; nothing before it started and while it stands.
  public Optional<Instant> due() {
    return reply().flatMap(ReplyClock::due);
  }

  /// How it stands at {@code now}; nothing before it started.
  public Optional<ReplyClock.State> at(Instant now) {
    return reply().map(clock -> clock.at(now));
  }

  /// Why it stands; nothing while it does not.
  public Optional<Pause.Reason> why() {
    return pauses.isEmpty() || !pauses.getLast().lasts()
        ? Optional.empty()
        : Optional.of(pauses.getLast().reason());
  }
}
