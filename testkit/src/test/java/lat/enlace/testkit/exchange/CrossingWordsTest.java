// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Standings;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What two real nodes say of their agreement may cross on the way; after all of it has arrived
/// both show the same.
class CrossingWordsTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  /// Every order in which Colombia offers (`o`) after Venezuela, suspends (`s`) and resumes (`r`),
  /// and batches go from Venezuela (`v`) and from Colombia (`c`), the offer of Venezuela standing
  /// first.
  static Stream<String> orders() {
    List<String> all = new ArrayList<>();
    for (String own : List.of("sr", "srs", "so", "os")) {
      for (int i = 0; i <= own.length(); i++) {
        for (int j = i; j <= own.length(); j++) {
          all.add(own.substring(0, i) + "v" + own.substring(i, j) + "c" + own.substring(j));
          all.add(own.substring(0, i) + "c" + own.substring(i, j) + "v" + own.substring(j));
        }
      }
    }
    return all.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void standings_agreeHoweverAnOfferCrossed(String order) throws Exception {
    Federation federation = Federation.ofThree(72);
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    ve.core().standings().raise(ve.authority(), CO_VE, ConfidenceLevel.INFORMATION, "prueba");
    for (int i = 0; i < order.length(); i++) {
      switch (order.charAt(i)) {
        case 's' -> co.core().standings().suspend(co.authority(), CO_VE, "prueba");
        case 'r' -> resume(co);
        case 'o' -> raise(co);
        case 'v' -> federation.deliver(ve, co);
        default -> federation.deliver(co, ve);
      }
      federation.world().pass(Duration.ofSeconds(1));
    }
    federation.settle();
    assertSame(federation);
  }

  @Test
  void offer_thatCrossedASuspensionIsMadeAgainByWhoMadeIt() throws Exception {
    Federation federation = Federation.ofThree(73);
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    ve.core().standings().raise(ve.authority(), CO_VE, ConfidenceLevel.INFORMATION, "prueba");
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    federation.settle();
    resume(co);
    federation.settle();
    assertThat(level(federation)).isEqualTo(ConfidenceLevel.FLOOR);
    ve.core().standings().raise(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
    federation.settle();
    assertSame(federation);
    assertThat(level(federation)).isEqualTo(ConfidenceLevel.CONTACT);
  }

  @Test
  void words_outliveTheProcessAndEndWithTheText() throws Exception {
    Federation federation = Federation.ofThree(74);
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    ve.core().standings().lower(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
    ve.core().standings().raise(ve.authority(), CO_VE, ConfidenceLevel.ALERTS, "prueba");
    federation.settle();
    co.crash(new SplittableRandom(1));
    co.open();
    raise(co);
    federation.settle();
    assertThat(level(federation)).isEqualTo(ConfidenceLevel.ALERTS);
    var signed =
        Federation.signed("co-ve", co, ve, text -> text.replace("version: 1\n", "version: 2\n"));
    for (TestNode node : List.of(co, ve)) {
      node.core().standings().adopt(node.operator(), signed);
    }
    assertThat(level(federation)).isEqualTo(ConfidenceLevel.ALERTS);
    raise(co);
    federation.settle();
    assertThat(level(federation)).isEqualTo(ConfidenceLevel.ALERTS);
    assertSame(federation);
  }

  private static void resume(TestNode co) throws ExchangeException {
    co.core().standings().resume(co.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
  }

  private static void raise(TestNode co) throws ExchangeException {
    co.core().standings().raise(co.authority(), CO_VE, ConfidenceLevel.INFORMATION, "prueba");
  }

  private static void assertSame(Federation federation) {
    Standings.Adopted here = adopted(federation.co(), federation.ve());
    Standings.Adopted there = adopted(federation.ve(), federation.co());
    assertThat(here.standing()).isEqualTo(there.standing());
    assertThat(here.level()).isEqualTo(there.level());
    assertThat(here.proposed()).isEqualTo(there.proposedThere());
    assertThat(here.proposedThere()).isEqualTo(there.proposed());
  }

  private static ConfidenceLevel level(Federation federation) {
    return adopted(federation.co(), federation.ve()).level();
  }

  private static Standings.Adopted adopted(TestNode node, TestNode partner) {
    return node.core().standings().instruments().stream()
        .filter(one -> one.partner().equals(partner.id()))
        .findFirst()
        .orElseThrow();
  }
}
