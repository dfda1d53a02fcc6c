// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import lat.enlace.exchange.port.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The review of what a partner disclosed, in a node whose clock shows that the day is near.
class ReviewPageTest {
  private static final Duration TO_THE_REVIEW = Duration.ofDays(1080);

  @TempDir private Path folder;

  @Test
  void item_isShownBeforeItsDayAndRenewed() throws Exception {
    NodePair pair = new NodePair(folder).make();
    pair.hold("VE", SampleQuestion.SUBJECT);
    String item;
    try (RunningNode co = pair.start("CO");
        RunningNode ve = pair.start("VE")) {
      item = SampleQuestion.disclosed(pair);
      assertThat(co.peerPort()).isNotEqualTo(ve.peerPort());
    }
    Clock later = () -> OpenNode.systemClock().now().plus(TO_THE_REVIEW);
    try (RunningNode co = RunningNode.start(pair.open("CO", later))) {
      RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
      assertThat(co.peerPort()).isPositive();
      String page = analyst.body("GET", "/review", "");
      assertThat(page).contains(item).contains("CO-2026-1").contains("art-5.1");
      assertThat(page).doesNotContain("Ejemplo");
      JsonNode due = analyst.get("/review").get(0);
      assertThat(due.get("item").asString()).isEqualTo(item);
      String day = due.get("expiries").get(0).get("day").asString();

      JsonNode renewed =
          analyst.post(
              "/items/" + item + "/renewal",
              Map.of("caseReference", "CO-2026-1", "reason", "the trial goes on"));

      assertThat(renewed.get(0).get("day").asString()).isGreaterThan(day);
      assertThat(analyst.get("/review").isEmpty()).isTrue();
      assertThat(analyst.body("GET", "/review", "")).doesNotContain(item);
    }
  }
}
