// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way of every role, and the pages for what is not there or not allowed.
@ExtendWith(FourStates.class)
class EveryPageTest {
  static Stream<Look> looks() {
    return Look.all();
  }

  static Stream<Look> tight() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void ways_leadSomewhereForEveryRole(Look look, Ground ground) {
    Set<String> seen = new HashSet<>();
    for (DemoState.Account account : DemoState.CO.accounts()) {
      try (Visitor visitor = ground.scripted(DemoState.CO, look)) {
        visitor.enter(account);
        List<String> ways =
            visitor.at(".ways a").all().stream().map(way -> way.getAttribute("href")).toList();
        assertThat(ways).contains("/", "/agreements", "/ledger");
        for (String way : ways) {
          visitor.go(way);
          assertThat(visitor.at("a[aria-current=page]").count()).as(way).isPositive();
          if (seen.add(way)) {
            visitor.see("way-" + account.id() + way.replace('/', '-'));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tight")
  void kinds_haveAFormEach(Look look, Ground ground) {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      analyst.go("ask");
      List<String> kinds =
          analyst.at(".tabs a").all().stream().map(tab -> tab.getAttribute("href")).toList();
      assertThat(kinds).hasSizeGreaterThan(8);
      for (String kind : kinds) {
        analyst.go(kind);
        analyst.see("ask-" + kind.substring(kind.indexOf('=') + 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tight")
  void wrongTurns_areExplained(Look look, Ground ground) {
    try (Visitor analyst = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      analyst.go("nowhere");
      assertThat(analyst.text("h1")).isEqualTo(look.says("error.404.title"));
      analyst.see("error-404");
      analyst.go("decisions");
      assertThat(analyst.shows("#refused")).isTrue();
      analyst.see("error-refused");
      analyst.go("questions/nothing");
      analyst.see("error-malformed");
    }
  }
}
