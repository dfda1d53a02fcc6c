// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Officer;
import lat.enlace.instrument.SignedInstrument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Which texts and node records a node adopts, and what stays readable when they are replaced.
class AdoptionTest {

  @Test
  void adopt_newRootKeysOfAPartnerLeaveTheNodeAbleToOpen() throws Exception {
    Story story = Story.begin(50);
    TestNode co = story.federation().co();
    TestNode renewed = renewed(story);
    adopt(co, co.authority(), Federation.signed("co-ve", co, renewed, AdoptionTest::second));
    co.crash(new SplittableRandom(1));
    co.open();
    assertThat(co.core().links().tlsKeys(renewed.id()))
        .containsExactly(story.federation().ve().keys().tls());
    adoptRecord(co, record(renewed, 2));
    co.crash(new SplittableRandom(1));
    co.open();
    assertThat(co.core().links().tlsKeys(renewed.id())).containsExactly(renewed.keys().tls());
  }

  @Test
  void adoptNodeRecord_refusesOneUnderRootKeysThatWereReplaced() throws Exception {
    Story story = Story.begin(51);
    TestNode co = story.federation().co();
    adopt(co, co.authority(), Federation.signed("co-ve", co, renewed(story), AdoptionTest::second));
    refused(Code.NOT_TRUSTED, () -> adoptRecord(co, record(story.federation().ve(), 2)));
  }

  @Test
  void adopt_anOperatorAloneDoesNotReplaceAPartnersRootKeys() throws Exception {
    Story story = Story.begin(52);
    TestNode co = story.federation().co();
    var signed = Federation.signed("co-ve", co, renewed(story), AdoptionTest::second);
    refused(Code.ROLE_MISSING, () -> adopt(co, co.operator(), signed));
  }

  @Test
  void adopt_refusesATextThatNamesOtherRootKeysForThisState() throws Exception {
    Story story = Story.begin(53);
    TestNode co = story.federation().co();
    TestNode selfMade = new TestNode("CO", story.federation().world(), 999);
    var signed =
        Federation.signed(
            "co-ve",
            selfMade,
            renewed(story),
            text -> text.replace("id: co-ve-2026-cooperation", "id: co-ve-2026-invented"));
    refused(Code.NOT_TRUSTED, () -> adopt(co, co.authority(), signed));
  }

  @Test
  void adopt_refusesAnOlderText() throws Exception {
    Story story = Story.begin(54);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    adopt(co, co.operator(), Federation.signed("co-ve", co, ve, AdoptionTest::second));
    refused(Code.WRONG_STATE, () -> adopt(co, co.authority(), Federation.signed("co-ve", co, ve)));
    adopt(co, co.operator(), Federation.signed("co-ve", co, ve, AdoptionTest::second));
  }

  @Test
  void receive_twoNodeRecordsOfOneNumberInOneBatchAreOneRecord() throws Exception {
    Story story = Story.begin(55);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    Forged.nodeRecord(co, ve, record(co, 2));
    Forged.nodeRecord(co, ve, record(co, 2));
    Bytes ack = ve.core().links().receive(co.id(), next(co, ve).envelope());
    assertThat(Liar.outcome(ack)).isEqualTo("accepted");
    ve.crash(new SplittableRandom(1));
    ve.open();
  }

  @Test
  void adoptNodeRecord_refusesTheTlsKeyOfAnotherNode() throws Exception {
    Story story = Story.begin(56);
    TestNode co = story.federation().co();
    TestNode ec = story.federation().ec();
    TestNode ve = story.federation().ve();
    refused(
        Code.NOT_TRUSTED,
        () -> adoptRecord(co, ve.keys().nodeRecord(2, issued(), until(), ec.keys().tls())));
    assertThat(co.core().links().ownerOfTlsKey(ec.keys().tls())).contains(ec.id());
  }

  private static TestNode renewed(Story story) {
    return new TestNode("VE", story.federation().world(), 999);
  }

  private static Bytes record(TestNode node, long number) {
    return node.keys().nodeRecord(number, issued(), until());
  }

  private static Instant issued() {
    return Federation.START.minus(Duration.ofHours(1));
  }

  private static Instant until() {
    return Federation.START.plus(Duration.ofDays(365));
  }

  private static void adopt(TestNode node, Officer by, SignedInstrument signed)
      throws ExchangeException {
    node.core().standings().adopt(by, signed);
  }

  private static void adoptRecord(TestNode node, Bytes note) throws Exception {
    node.core().standings().adoptNodeRecord(node.operator(), note.text());
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static String second(String text) {
    return text.replace("version: 1\n", "version: 2\n");
  }
}
