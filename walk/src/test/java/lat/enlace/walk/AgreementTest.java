// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The agreement with Brazil is read, suspended by one side alone, and raised again by both.
@ExtendWith(FourStates.class)
class AgreementTest {
  private static final String ACCORD = "agreements/co-br-2026-cooperation";

  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void trust_isLoweredAloneAndRaisedTogether(Look look, Ground ground) throws InterruptedException {
    try (Visitor ours = ground.visitor(DemoState.CO, DemoState.CO.authority(), look);
        Visitor theirs = ground.visitor(DemoState.BR, DemoState.BR.authority(), look);
        Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      ours.go("agreements");
      ours.see("agreements");
      ours.go(ACCORD);
      assertThat(ours.text("#art-4\\.1")).contains("art-4.1");
      ours.see("agreement");
      suspended(theirs, ours);
      refused(analyst);
      both(ours, theirs, "resume", "contact");
      both(ours, theirs, "raise", "alerts");
      both(ours, theirs, "raise", "hit-no-hit");
      ours.see("agreement-raised");
    }
  }

  private static void suspended(Visitor theirs, Visitor ours) throws InterruptedException {
    theirs.go(ACCORD);
    theirs.fill("#suspend", "reason", "relaciones en consulta");
    theirs.press("#suspend button");
    theirs.done();
    theirs.see("agreement-suspended");
    ours.await(ACCORD, "#standing.late");
  }

  private static void refused(Visitor analyst) {
    new Asking(analyst).person(analyst.look().caseOf("S"), "evidence").partner("br").preview();
    assertThat(analyst.shows("#partner-BR.refuse")).isTrue();
    analyst.see("preview-suspended");
  }

  private static void both(Visitor ours, Visitor theirs, String change, String level)
      throws InterruptedException {
    for (Visitor side : new Visitor[] {theirs, ours}) {
      side.go(ACCORD);
      side.choose("#" + change, "level", level);
      side.fill("#" + change, "reason", "acordado por las dos partes");
      side.press("#" + change + " button");
      side.done();
    }
    String there =
        "section.card:has(#standing):has-text('"
            + ours.look().says("ConfidenceLevel." + level)
            + "')";
    ours.await(ACCORD, there);
    theirs.await(ACCORD, there);
  }
}
