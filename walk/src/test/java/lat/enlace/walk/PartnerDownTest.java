// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Brazil's node stops: a question to it waits, and the pages say where and why. Runs last, because
/// nobody starts the node again.
@ExtendWith(FourStates.class)
@Order(Integer.MAX_VALUE)
class PartnerDownTest {
  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void question_waitsForTheLinkAndSaysSo(Look look, Ground ground) throws InterruptedException {
    ground.nodes().stop(DemoState.BR);
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      new Asking(analyst).person(look.caseOf("L"), "evidence").partner("br").send();
      assertThat(analyst.text("#state")).contains(look.says("question.is.queued"));
      analyst.see("question-queued");
      analyst.await(
          "neighbours",
          "#neighbours tr:has-text('br.example'):has-text('%s')"
              .formatted(look.says("Links.Trouble.unreachable")));
      analyst.see("neighbours-down");
    }
  }
}
