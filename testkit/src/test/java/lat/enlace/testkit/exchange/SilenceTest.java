// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Whereabouts.Figure;
import lat.enlace.exchange.Whereabouts.Inquiry;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The public figure of silence on whereabouts inquiries, which both ends reckon alike.
class SilenceTest {
  private static final Duration PAST_THE_CLOCK = Duration.ofHours(73);

  private Federation federation;
  private TestNode co;
  private TestNode ve;

  @BeforeEach
  void begin() throws ExchangeException {
    federation = Story.begin(63).federation();
    co = federation.co();
    ve = federation.ve();
  }

  @Test
  void figures_countWhatWasInTimeLateAndNotAtAllAtBothEnds() throws Exception {
    reply(inquire());
    Inquiry late = inquire();
    inquire();
    federation.world().pass(PAST_THE_CLOCK);
    reply(late);

    assertThat(co.core().whereabouts().figures())
        .containsExactly(new Figure(2026, ve.id(), true, 1, 1, 1));
    assertThat(ve.core().whereabouts().figures())
        .containsExactly(new Figure(2026, co.id(), false, 1, 1, 1));
  }

  @Test
  void figures_leaveOutWhatStillHasTime() throws Exception {
    inquire();
    assertThat(co.core().whereabouts().figures()).isEmpty();
    assertThat(ve.core().whereabouts().figures()).isEmpty();
  }

  /// The partner never had it: counted here and not there it would tell that somebody is sealed.
  @Test
  void figures_leaveOutWhatThePartnerNeverHad() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(People.any(3)));
    inquire();
    federation.world().pass(PAST_THE_CLOCK);
    co.core().links().tick();

    assertThat(co.core().whereabouts().figures()).isEmpty();
    assertThat(ve.core().whereabouts().figures()).isEmpty();
  }

  @Test
  void figures_countAnInquiryThatWaitsForTheLinkOnceItIsThere() throws Exception {
    InvariantSteps.inquire(co, ve);
    federation.world().pass(PAST_THE_CLOCK);
    assertThat(co.core().whereabouts().figures()).isEmpty();
    federation.settle();
    assertThat(co.core().whereabouts().figures())
        .containsExactly(new Figure(2026, ve.id(), true, 0, 0, 1));
  }

  private Inquiry inquire() throws ExchangeException {
    Inquiry inquiry = InvariantSteps.inquire(co, ve);
    federation.settle();
    return inquiry;
  }

  private void reply(Inquiry inquiry) throws ExchangeException {
    ve.core()
        .whereabouts()
        .reply(ve.duty(), inquiry.id(), WhereaboutsBody.Reply.Finding.NOTHING_TO_TELL, "");
    federation.settle();
  }
}
