// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Standings;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Instruments and how they stand: suspended, lowered and withdrawn from alone, resumed and raised
/// together.
@RestController
@RequestMapping("/api/v1/instruments")
final class InstrumentsApi {
  private final Caller caller;

  InstrumentsApi(Caller caller) {
    this.caller = caller;
  }

  /// Instruments with their standing towards each partner.
  @GetMapping
  List<View> list() throws ExchangeException {
    caller.officer();
    return caller.with(core -> {
      Standings standings = core.standings();
      Map<InstrumentId, Map<NodeId, Long>> decisions = new HashMap<>();
      List<View> views = new ArrayList<>();
      for (Standings.Adopted adopted : standings.instruments()) {
        InstrumentId id = adopted.instrument().id();
        Map<NodeId, Long> counts = decisions.computeIfAbsent(id, standings::decisions);
        views.add(View.of(adopted, counts.getOrDefault(adopted.partner(), 0L)));
      }
      return views;
    });
  }

  /// Suspends at once, alone.
  @PostMapping("/{id}/suspend")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suspend(@PathVariable String id, @RequestBody Change change)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    InstrumentId instrument = Given.as(InstrumentId::new, id, "id");
    caller.run(core -> core.standings().suspend(by, instrument, Given.orEmpty(change.reason())));
  }

  /// Withdraws at once, alone and for good.
  @PostMapping("/{id}/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable String id, @RequestBody Change change)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    InstrumentId instrument = Given.as(InstrumentId::new, id, "id");
    caller.run(core -> core.standings().withdraw(by, instrument, Given.orEmpty(change.reason())));
  }

  /// Declares that this state would resume at a level.
  @PostMapping("/{id}/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resume(@PathVariable String id, @RequestBody Change change)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    InstrumentId instrument = Given.as(InstrumentId::new, id, "id");
    ConfidenceLevel level = change.toLevel();
    caller.run(
        core -> core.standings().resume(by, instrument, level, Given.orEmpty(change.reason())));
  }

  /// Lowers the level at once, alone.
  @PostMapping("/{id}/lower")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lower(@PathVariable String id, @RequestBody Change change)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    InstrumentId instrument = Given.as(InstrumentId::new, id, "id");
    ConfidenceLevel level = change.toLevel();
    caller.run(
        core -> core.standings().lower(by, instrument, level, Given.orEmpty(change.reason())));
  }

  /// Declares that this state would raise to a level.
  @PostMapping("/{id}/raise")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void raise(@PathVariable String id, @RequestBody Change change)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    InstrumentId instrument = Given.as(InstrumentId::new, id, "id");
    ConfidenceLevel level = change.toLevel();
    caller.run(
        core -> core.standings().raise(by, instrument, level, Given.orEmpty(change.reason())));
  }

  /// Adopts a node record, signed by the root keys of its party. Of this node's own record every
  /// partner is told.
  @PostMapping("/node-records")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void adoptNodeRecord(@RequestBody NodeRecordNote form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    String note = Given.text(form.note(), "note");
    caller.run(core -> core.standings().adoptNodeRecord(by, note));
  }

  /// @param note the exact signed note
  record NodeRecordNote(@Nullable String note) {}

  record Change(@Nullable String level, @Nullable String reason) {
    ConfidenceLevel toLevel() throws ApiException {
      return Given.code(ConfidenceLevel.class, level, "level");
    }
  }

  /// @param proposed levels this node declared, and the partner, that are not in force yet
  record View(
      String id,
      String partner,
      String standing,
      String level,
      List<String> proposed,
      List<String> proposedThere,
      long decisions) {
    static View of(Standings.Adopted adopted, long decisions) {
      return new View(
          adopted.instrument().id().value(),
          adopted.partner().value(),
          adopted.standing().state().code(),
          adopted.level().code(),
          adopted.proposed().stream().map(Coded::code).toList(),
          adopted.proposedThere().stream().map(Coded::code).toList(),
          decisions);
    }
  }
}
