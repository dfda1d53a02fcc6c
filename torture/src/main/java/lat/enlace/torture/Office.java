// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Lock;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.StepFailedException;
import tools.jackson.databind.JsonNode;

/// The officers of both nodes: before they begin, and what is asked of them in the end.
final class Office {
  private static final int KNOWN = 400;
  private static final int GUARDED = 20;
  private static final int PATIENCE_LOOKS = 240;
  private static final int LOOK_MILLIS = 250;

  private final Scene scene;
  private final Map<DemoState, People> people;

  Office(Scene scene, SplittableRandom random) {
    this.scene = scene;
    this.people =
        Map.of(
            Scene.ONE, new People(KNOWN, GUARDED, random.split()),
            Scene.OTHER, new People(KNOWN, GUARDED, random.split()));
  }

  static DemoState partner(DemoState state) {
    return state.equals(Scene.ONE) ? Scene.OTHER : Scene.ONE;
  }

  private People of(DemoState state) {
    return java.util.Objects.requireNonNull(people.get(state));
  }

  /// Those of `state`, at work with the other one.
  Work work(DemoState state, Notebook notebook, Lock working, SplittableRandom random) {
    DemoState partner = partner(state);
    return new Work(state, partner, scene.api(state), notebook, of(partner), working, random);
  }

  /// Both know and protect people, and open the channel for requests.
  void prepare() throws InterruptedException, StepFailedException {
    for (DemoState state : Scene.BOTH) {
      Api api = scene.api(state);
      loaded(api.file(state.analyst(), "/holdings/subjects", of(state).subjects(state)));
      loaded(api.file(state.rights(), "/holdings/protected", of(state).sealed(state)));
      String instrument = accord(state).get("id").asString();
      done(
          api.post(
              state.authority(),
              "/instruments/" + instrument + "/raise",
              Map.of("level", "information", "reason", "segundo paso")),
          "raise");
    }
    for (DemoState state : Scene.BOTH) {
      int looks = 0;
      while (!accord(state).get("level").asString().equals("information")) {
        StepFailedException.unless(looks++ < PATIENCE_LOOKS, "the channel did not open");
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  private static void loaded(Reply reply) throws StepFailedException {
    JsonNode report = done(reply, "holdings");
    StepFailedException.unless(report.path("problem").isEmpty(), "holdings: " + report);
  }

  private JsonNode accord(DemoState state) throws InterruptedException, StepFailedException {
    return done(scene.api(state).get(state.duty(), "/instruments"), "instruments").get(0);
  }

  /// How many dispatches wait to leave `state`.
  int waiting(DemoState state) throws InterruptedException, StepFailedException {
    int waiting = 0;
    for (JsonNode link : done(scene.api(state).get(state.operator(), "/links"), "links")) {
      waiting += link.get("waiting").asInt();
    }
    return waiting;
  }

  /// How often items given by `state` were read, as it was told.
  Map<String, Integer> readings(DemoState state) throws InterruptedException, StepFailedException {
    Map<String, Integer> readings = new java.util.HashMap<>();
    for (JsonNode given : done(scene.api(state).get(state.duty(), "/given"), "given")) {
      readings.put(given.get("item").asString(), given.get("readings").size());
    }
    return readings;
  }

  private static JsonNode done(Reply reply, String what) throws StepFailedException {
    if (reply instanceof Reply.Done(JsonNode body)) {
      return body;
    }
    throw new StepFailedException(what + ": " + reply);
  }
}
