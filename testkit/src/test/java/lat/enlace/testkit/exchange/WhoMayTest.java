// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.HitBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Whose word it takes, once and with a reason: to follow up, to refuse, to let through, to resume
/// (invariants I1, I7 and I9).
class WhoMayTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  private final Story story;
  private final TestNode co;
  private final TestNode ve;

  WhoMayTest() throws Exception {
    story = Story.begin(64);
    co = story.federation().co();
    ve = story.federation().ve();
  }

  @Test
  void i7_onlyAnAuthorityResumesOrRaises() throws Exception {
    ve.core().standings().suspend(ve.duty(), CO_VE, "prueba");
    var contact = ConfidenceLevel.CONTACT;
    refused(
        Code.ROLE_MISSING, () -> ve.core().standings().resume(ve.duty(), CO_VE, contact, "prueba"));
    refused(
        Code.ROLE_MISSING, () -> ve.core().standings().raise(ve.duty(), CO_VE, contact, "prueba"));
  }

  @Test
  void i9_aHitIsFollowedUpOnceWithAReasonByTheAgencyThatAsked() throws Exception {
    AskedQuestion asked = story.ask();
    story.federation().settle();
    HitBody.Outcome.Hit hit = (HitBody.Outcome.Hit) story.now(asked).answer().getFirst();
    var handle = hit.candidates().getFirst().handle();
    var asking = co.core().asking();
    Officer other = co.officer("aduana", AgencyKind.CUSTOMS, "aduanera", Role.ANALYST);
    refused(Code.NOT_FOUND, () -> asking.followUp(other, asked.id(), handle, "la misma"));
    refused(Code.INVALID_FORM, () -> asking.followUp(co.analyst(), asked.id(), handle, " "));
    asking.followUp(co.analyst(), asked.id(), handle, "la misma");
    refused(Code.WRONG_STATE, () -> asking.followUp(co.analyst(), asked.id(), handle, "la misma"));
  }

  @Test
  void i9_onlyADutyOfficerRefusesAFollowUp() throws Exception {
    story.followUp();
    DispatchId followUp = story.desk().getFirst().id();
    refused(
        Code.ROLE_MISSING,
        () -> ve.core().holding().refuse(ve.analyst(), followUp, RefusalCode.R4, "no"));
  }

  @Test
  void i9_whatWaitsIsLetThroughOnceOnASignatureAndDecidedAgain() throws Exception {
    AskedQuestion last = story.ask();
    for (int i = 0; i < 5; i++) {
      last = story.ask();
    }
    story.federation().settle();
    DispatchId waiting = last.id();
    var holding = ve.core().holding();
    refused(Code.ROLE_MISSING, () -> holding.turnAway(ve.analyst(), waiting, RefusalCode.R4));
    refused(
        Code.APPROVAL_REFUSED,
        () -> holding.admit(ve.authority(), waiting, Bytes.utf8("no signature")));
    long permits = permits();
    Bytes text = holding.open(ve.authority(), waiting).text();
    Bytes signature = TestNode.sign(ve.authority(), text);
    holding.admit(ve.authority(), waiting, signature);
    assertThat(permits()).as("decided again, on the record").isEqualTo(permits + 1);
    refused(Code.WRONG_STATE, () -> holding.admit(ve.authority(), waiting, signature));
    refused(Code.WRONG_STATE, () -> holding.turnAway(ve.authority(), waiting, RefusalCode.R4));
  }

  private long permits() throws Exception {
    return decisions(ve).stream()
        .filter(one -> one.kind().equals("question") && one.outcome().equals("permit"))
        .count();
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
