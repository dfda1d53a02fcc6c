// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// What is perhaps the same is shown to whoever may know of it, and blocks nothing (complaint C18).
class AlikeRequestsTest {
  private final RequestStory story;
  private final TestNode co;
  private final TestNode ve;
  private final Officer customs;

  AlikeRequestsTest() throws ExchangeException {
    story = RequestStory.begin(51);
    co = story.co();
    ve = story.ve();
    customs = co.officer("aduanas", AgencyKind.CUSTOMS, "otra", Role.ANALYST);
  }

  @Test
  void same_isShownAtTheDeskAskedWhicheverAgencyAsks() throws Exception {
    SentRequest first = story.send(story.identity());
    SentRequest second = co.core().requesting().send(customs, story.identity()).getFirst();
    story.federation().settle();
    assertThat(ve.core().replying().open(ve.duty(), second.id()).alike())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.channel()).isEqualTo(Alike.Channel.RECEIVED);
          assertThat(one.request()).containsExactly(first.id());
          assertThat(one.sameEnquiry()).isFalse();
        });
    assertThat(story.held().state()).isEqualTo(HeldRequest.State.RECEIVED);
  }

  @Test
  void same_isShownToTheAgencyThatAskedAndToNoOther() throws Exception {
    SentRequest first = story.send(story.identity());
    RequestForm again = story.identity();
    assertThat(co.core().requesting().check(co.analyst(), again).alike())
        .singleElement()
        .satisfies(one -> assertThat(one.request()).containsExactly(first.id()));
    assertThat(co.core().requesting().check(customs, again).alike()).isEmpty();
  }

  @Test
  void same_isFoundThroughOtherChannelsAndVariantsOfAName() throws Exception {
    Entity variant = People.person("x", "Prueba Ana Exemplo", "", 0);
    Entity swapped = People.person("x", "Prueba Ana Ejemplo", "", 0);
    co.core()
        .requesting()
        .note(co.analyst(), Alike.Channel.INTERPOL, RequestType.IDENTITY, swapped);
    assertThat(co.core().requesting().check(co.analyst(), story.identity()).alike())
        .extracting(Alike::channel)
        .containsExactly(Alike.Channel.INTERPOL);
    assertThat(
            co.core()
                .requesting()
                .note(co.analyst(), Alike.Channel.DIRECT, RequestType.COMPANY, variant))
        .isEmpty();
  }

  @Test
  void same_isForgottenAfterItsWindowAndKeptInNoClearWord() throws Exception {
    story.send(story.identity());
    assertThat(keys(co)).noneMatch(row -> row.contains("Ejemplo") || row.contains("jmpl"));
    story.federation().world().pass(Duration.ofDays(31));
    assertThat(co.core().requesting().check(co.analyst(), story.identity()).alike()).isEmpty();
    co.core().links().tick();
    assertThat(keys(co)).isEmpty();
  }

  private static List<String> keys(TestNode node) {
    return node.store().dump().stream().filter(row -> row.contains(" alike")).toList();
  }
}
