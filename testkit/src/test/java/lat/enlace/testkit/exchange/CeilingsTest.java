// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The ceiling of an agency holds on every use case that shows or moves data about persons, with
/// every role there is.
class CeilingsTest {
  private static final CaseReference CASE = new CaseReference("CASO-2026-0001");
  private static final Records.Why WHY = new Records.Why(CASE, "prueba");

  @ParameterizedTest
  @EnumSource(names = {"ARMED_FORCES", "COAST_GUARD", "CONSULAR"})
  void beyondIt_noRoleCounts(AgencyKind kind) throws Exception {
    Story story = Story.begin(31);
    ItemId item = story.disclose();
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    Officer foreign = co.officer("otra", kind, "soldado", Role.values());
    Officer holding = ve.officer("otra", kind, "soldado", Role.values());
    DispatchId followUp = story.desk().getFirst().id();
    DispatchId question = story.desk().getFirst().question();

    beyond(ofPersons(co.core(), foreign, item, question, followUp));
    beyond(ofPersons(ve.core(), holding, item, question, followUp));
    assertThat(ve.core().holding().desk(holding)).isEmpty();
    assertThat(ve.core().holding().questions(holding)).isEmpty();
    assertThat(co.core().asking().asked(foreign)).isEmpty();
    for (Records.EntryView entry : co.core().records().entries(foreign, 1000)) {
      for (DispatchId received : entry.about()) {
        assertThatThrownBy(() -> co.core().records().openReceived(foreign, received, WHY))
            .isInstanceOf(ExchangeException.class);
      }
    }
    if (kind != AgencyKind.CONSULAR) {
      beyond(ofTheFloor(co.core(), foreign, ve, item, question));
      assertThat(co.core().whereabouts().inquiries(foreign)).isEmpty();
      assertThat(ve.core().recalling().given(holding)).isEmpty();
      assertThat(ve.core().recalling().recalls(holding)).isEmpty();
    }
  }

  private static Map<String, ThrowingCallable> ofPersons(
      Exchange core, Officer by, ItemId item, DispatchId question, DispatchId followUp) {
    var handle = new CandidateProfile.Handle("AAAAAAAAAAAAAAAAAAAAAA");
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put("put", () -> core.holdings().put(by, Forms.suspect(People.any(1))));
    calls.put("withdraw", () -> core.holdings().withdraw(by, Story.HELD.id(), "x"));
    calls.put("claims", () -> core.holdings().importClaims(by, "lista", List.of(Story.HELD)));
    calls.put("protect", () -> core.holdings().protect(by, Story.HELD));
    calls.put("withdraw claims", () -> core.holdings().withdrawClaims(by, "lista", "x"));
    calls.put("look sealed", () -> core.holdings().sealed(by, Story.HELD, "x"));
    calls.put("unseal", () -> core.holdings().unseal(by, Story.HELD.id(), "x"));
    calls.put("search", () -> core.holdings().search(by, Story.PROBE, CASE, "x"));
    calls.put("follow up", () -> core.asking().followUp(by, question, handle, "x"));
    calls.put("dismiss", () -> core.asking().dismiss(by, question, "x"));
    calls.put("text", () -> core.asking().textToAuthorise(by, question));
    calls.put("authorise", () -> core.asking().authorise(by, question, Bytes.EMPTY));
    calls.put("decline", () -> core.asking().decline(by, question, "x"));
    calls.put("read", () -> core.asking().read(by, item, CASE, "x"));
    calls.put("open", () -> core.holding().open(by, question));
    calls.put("admit", () -> core.holding().admit(by, question, Bytes.EMPTY));
    calls.put("turn away", () -> core.holding().turnAway(by, question, RefusalCode.R9));
    calls.put("compare", () -> core.holding().compare(by, followUp));
    calls.put("release", () -> core.holding().release(by, followUp, Handling.LEAST));
    calls.put("refuse", () -> core.holding().refuse(by, followUp, RefusalCode.R9, "x"));
    return calls;
  }

  private static Map<String, ThrowingCallable> ofTheFloor(
      Exchange core, Officer by, TestNode partner, ItemId item, DispatchId any) {
    Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put(
        "inquire",
        () ->
            core.whereabouts()
                .inquire(
                    by,
                    partner.id(),
                    "HUM-1",
                    "Convención inventada",
                    People.any(3),
                    WhereaboutsBody.Inquiry.AskedBy.FAMILY));
    calls.put(
        "reply",
        () -> core.whereabouts().reply(by, any, WhereaboutsBody.Reply.Finding.NOT_HELD, ""));
    calls.put("open", () -> core.whereabouts().open(by, any));
    calls.put(
        "recall", () -> core.recalling().recall(by, item, RecallAction.ERASE, "x", List.of()));
    return calls;
  }

  private static void beyond(Map<String, ThrowingCallable> calls) {
    calls.forEach((name, call) ->
        assertThatThrownBy(call)
            .as(name)
            .isInstanceOfSatisfying(
                ExchangeException.class,
                e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.AGENCY_CEILING)));
  }

  @ParameterizedTest
  @EnumSource(names = {"ARMED_FORCES", "COAST_GUARD", "CONSULAR"})
  void beyondIt_aQuestionIsRefusedOnTheRecord(AgencyKind kind) throws Exception {
    Story story = Story.begin(32);
    TestNode co = story.federation().co();
    Officer by = co.officer("otra", kind, "soldado", Role.ANALYST);
    var form = Forms.lawful(Story.PROBE, story.federation().ve());
    assertThat(co.core().asking().ask(by, form).getFirst().state())
        .isEqualTo(AskedQuestion.State.REFUSED_HERE);
  }
}
