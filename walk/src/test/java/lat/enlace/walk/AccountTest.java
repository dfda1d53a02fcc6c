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

/// The operator opens, unlocks and closes accounts; their holders change what is theirs.
@ExtendWith(FourStates.class)
class AccountTest {
  private static final String FIRST = "cuatro palabras de ensayo";
  private static final String SECOND = "otras cuatro palabras distintas";
  private static final int FREE_TRIES = 5;

  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void account_livesFromOpeningToClosing(Look look, Ground ground) {
    String name = "suplente-" + look.language() + look.width();
    try (Visitor operator = ground.visitor(DemoState.BR, DemoState.BR.operator(), look);
        Visitor holder = ground.visitor(DemoState.BR, look)) {
      opened(operator, name);
      holder.enter(name, FIRST);
      changed(holder);
      holder.press("#logout");
      locked(holder, name);
      deed(operator, name, "#unlock");
      holder.enter(name, SECOND);
      assertThat(holder.text("#officer")).isEqualTo(name);
      deed(operator, name, "#close");
      operator.see("account-closed");
      holder.go("questions");
      assertThat(holder.at("main").innerText()).doesNotContain(look.says("questions.lead"));
      holder.see("after-closing");
      deed(operator, name, "#reopen");
    }
  }

  private static void opened(Visitor operator, String name) {
    operator.go("accounts");
    operator.see("accounts");
    form(operator, name, "corta");
    assertThat(operator.text("#problem"))
        .isEqualTo(operator.look().says("Staff.Outcome.weak-password"));
    operator.see("accounts-weak");
    form(operator, name, FIRST);
    operator.done();
  }

  private static void form(Visitor operator, String name, String password) {
    operator.fill("#new-account", "id", name);
    operator.fill("#new-account", "password", password);
    operator.fill("#new-account", "agency", "br-policia");
    operator.fill("#new-account", "unit", "crimen-organizado");
    operator.choose("#new-account", "agencyKind", "police");
    operator.tick("roles", "analyst");
    operator.press("#new-account button");
  }

  private static void changed(Visitor holder) {
    holder.press("#officer");
    holder.see("own");
    holder.fill("before", "not this one at all");
    holder.fill("password", SECOND);
    holder.fill("again", SECOND);
    holder.press("#own-password button");
    assertThat(holder.text("#problem"))
        .isEqualTo(holder.look().says("Staff.Outcome.wrong-password"));
    holder.fill("before", FIRST);
    holder.fill("password", SECOND);
    holder.fill("again", SECOND);
    holder.press("#own-password button");
    holder.done();
  }

  private static void locked(Visitor holder, String name) {
    for (int tries = 0; tries < FREE_TRIES; tries++) {
      holder.enter(name, FIRST);
    }
    holder.enter(name, SECOND);
    assertThat(holder.text("#login-notice")).isEqualTo(holder.look().says("login.error"));
  }

  private static void deed(Visitor operator, String name, String form) {
    operator.go("accounts/" + name);
    if (form.equals("#unlock")) {
      operator.see("account-locked");
    }
    operator.press(form + " button");
    operator.done();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void authority_makesItsOwnKey(Look look, Ground ground) {
    try (Visitor authority = ground.visitor(DemoState.VE, DemoState.VE.authority(), look)) {
      authority.go("own");
      authority.see("own-authority");
      authority.fill("#own-key", "passphrase", "corta");
      authority.fill("#own-key", "again", "corta");
      authority.press("#own-key button");
      assertThat(authority.text("#problem")).isEqualTo(look.says("Staff.Outcome.weak-passphrase"));
      authority.fill("#own-key", "before", DemoState.VE.authority().password());
      authority.fill("#own-key", "passphrase", DemoState.VE.authority().password());
      authority.fill("#own-key", "again", DemoState.VE.authority().password());
      authority.press("#own-key button");
      authority.done();
    }
  }
}
