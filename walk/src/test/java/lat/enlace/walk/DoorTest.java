// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Getting in, being kept out, and finding the way by keyboard.
@ExtendWith(FourStates.class)
class DoorTest {
  static Stream<Look> looks() {
    return Look.tight();
  }

  /// A name that nobody has reads the same; that an account is locked is not told to whoever tries.
  @ParameterizedTest
  @MethodSource("looks")
  void login_refusesAndSaysWhatToDo(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.EC, look)) {
      visitor.see("login");
      for (String name : List.of("nobody", DemoState.EC.auditor().id())) {
        visitor.enter(name, "not-the-password");
        assertThat(visitor.text("#login-notice")).isEqualTo(look.says("login.error"));
      }
      visitor.see("login-refused");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void strangers_areLedToTheDoor(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, look)) {
      visitor.go("ask");
      assertThat(visitor.page().url()).endsWith("/login");
      visitor.go("verify");
      assertThat(visitor.shows("#verify")).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void firstStop_leadsPastTheWays(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      visitor.reach("a.skip");
      visitor.page().keyboard().press("Enter");
      assertThat(visitor.page().url()).endsWith("#main");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void leaving_closesTheSession(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, DemoState.CO.auditor(), look)) {
      visitor.press("#logout");
      assertThat(visitor.text("#login-notice")).isEqualTo(look.says("login.out"));
      visitor.go("ledger");
      assertThat(visitor.page().url()).endsWith("/login");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void endedSession_isSaid(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      visitor.endSession();
      visitor.go("questions");
      assertThat(visitor.text("#login-notice")).isEqualTo(look.says("login.expired"));
      visitor.see("login-expired");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void formOfAnEndedSession_comesBackWithWhatWasTyped(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      new Asking(visitor).person(look.caseOf("T"), "evidence");
      visitor.endSession();
      visitor.press("#preview");
      assertThat(visitor.shows("#ended")).isTrue();
      assertThat(visitor.text("#typed")).contains("Quimera Ficticio", look.caseOf("T"));
      visitor.see("ended");
      visitor.press("main a.button");
      assertThat(visitor.page().url()).contains("/login");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void forgedToken_changesNothing(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      visitor.page().evaluate("document.querySelector('form [name=_csrf]').value = 'forged'");
      visitor.press("#logout");
      assertThat(visitor.shows("#ended")).isTrue();
      visitor.go("");
      assertThat(visitor.text("#officer")).isEqualTo(DemoState.CO.analyst().id());
    }
  }

  /// One browser serves several nodes: each has a host name and a cookie of its own.
  @ParameterizedTest
  @MethodSource("looks")
  void nodes_shareABrowser(Look look, Ground ground) {
    try (Visitor visitor = ground.visitor(DemoState.CO, DemoState.CO.analyst(), look)) {
      Page other = visitor.page().context().newPage();
      other.navigate(ground.ports().page(DemoState.VE) + "login");
      other.locator("[name=username]").fill(DemoState.VE.duty().id());
      other.locator("[name=password]").fill(DemoState.VE.duty().password());
      other.locator("#login button").click();
      assertThat(other.locator("#officer").innerText()).isEqualTo(DemoState.VE.duty().id());
      visitor.go("");
      assertThat(visitor.text("#officer")).isEqualTo(DemoState.CO.analyst().id());
      assertThat(visitor.page().context().cookies())
          .extracting(cookie -> cookie.name)
          .contains("enlace-co", "enlace-ve");
    }
  }
}
