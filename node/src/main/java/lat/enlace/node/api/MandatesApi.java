// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Standings;
import lat.enlace.model.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whom this state recognises as speaking for a state: decided alone.
@RestController
@RequestMapping("/api/v1/mandates")
final class MandatesApi {
  private final Caller caller;

  MandatesApi(Caller caller) {
    this.caller = caller;
  }

  /// The mandates that this state alone contests.
  @GetMapping
  List<View> contested() throws ExchangeException {
    caller.officer();
    return caller.with(core -> core.standings().contested().stream().map(View::of).toList());
  }

  /// Contests a mandate: nothing but the floor is open to that state from now on.
  @PostMapping("/{state}/contest")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void contest(@PathVariable String state, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    StateCode code = Given.as(StateCode::new, state, "state");
    caller.run(core -> core.standings().contest(by, code, Given.orEmpty(why.reason())));
  }

  /// Recognises a mandate again.
  @PostMapping("/{state}/recognise")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void recognise(@PathVariable String state, @RequestBody Why why)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    StateCode code = Given.as(StateCode::new, state, "state");
    caller.run(core -> core.standings().recognise(by, code, Given.orEmpty(why.reason())));
  }

  record Why(@Nullable String reason) {}

  record View(String state, Instant since, String reason) {
    static View of(Standings.Contested contested) {
      return new View(contested.state().value(), contested.since(), contested.reason());
    }
  }
}
