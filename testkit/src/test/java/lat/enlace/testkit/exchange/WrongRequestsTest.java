// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.RequestStory.entity;
import static lat.enlace.testkit.exchange.RequestStory.gives;
import static lat.enlace.testkit.exchange.RequestStory.known;
import static lat.enlace.testkit.exchange.RequestStory.refuses;
import static lat.enlace.testkit.exchange.RequestStory.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DataCategory;
import lat.enlace.model.ItemId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.api.Test;

/// In the wrong state, by the wrong role, from the wrong node, twice: refused with a code, and
/// nothing changes.
class WrongRequestsTest {
  private final RequestStory story;
  private final TestNode co;
  private final TestNode ve;

  WrongRequestsTest() throws ExchangeException {
    story = RequestStory.begin(32);
    co = story.co();
    ve = story.ve();
  }

  private interface Deed {
    void run() throws Exception;
  }

  private void refused(ExchangeException.Code code, Deed deed) {
    List<String> before = states();
    assertThatThrownBy(deed::run).hasFieldOrPropertyWithValue("code", code);
    assertThat(states()).isEqualTo(before);
  }

  private List<String> states() {
    List<String> all = new ArrayList<>();
    co.core().requesting().requests(co.analyst()).forEach(one -> all.add(one.toString()));
    ve.core()
        .replying()
        .desk(ve.duty())
        .forEach(one -> all.add(one.id() + " " + one.state().code()));
    return all;
  }

  @Test
  void officers_doOnlyWhatTheStateAndTheirRoleAllow() throws Exception {
    SentRequest sent = story.send(story.identity());
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> co.core().requesting().clarify(co.analyst(), sent.id(), "nadie preguntó"));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> co.core().requesting().close(co.analyst(), sent.id(), "aún no"));
    refused(
        ExchangeException.Code.ROLE_MISSING,
        () -> co.core().requesting().withdraw(co.duty(), sent.id(), "no"));
    refused(
        ExchangeException.Code.ROLE_MISSING,
        () -> ve.core().replying().reply(ve.analyst(), sent.id(), gives(true, known())));
    Officer other = co.officer("aduanas", AgencyKind.CUSTOMS, "otra", Role.ANALYST);
    refused(
        ExchangeException.Code.NOT_FOUND,
        () -> co.core().requesting().withdraw(other, sent.id(), "ajena"));
    refused(ExchangeException.Code.WRONG_STATE, () -> story.step(Progress.Step.RESUMED, ""));
    refused(ExchangeException.Code.INVALID_FORM, () -> story.step(Progress.Step.CLARIFY, " "));
    story.reply(refuses(RefusalCode.R8, "desproporcionada"));
    refused(ExchangeException.Code.WRONG_STATE, () -> story.reply(gives(true, known())));
    refused(ExchangeException.Code.WRONG_STATE, () -> story.step(Progress.Step.ACCEPTED, ""));
    refused(
        ExchangeException.Code.WRONG_STATE,
        () -> co.core().requesting().withdraw(co.analyst(), sent.id(), "tarde"));
  }

  @Test
  void form_isRefusedBeforeAnythingIsDecided() {
    Entity noted =
        entity(Schema.PERSON, stated(Property.NAME, "Ana Ejemplo"), stated(Property.NOTES, "nota"));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> story.send(story.form(RequestType.IDENTITY, noted, DataCategory.IDENTITY)));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () -> story.send(story.form(RequestType.IDENTITY, Story.PROBE, DataCategory.ACCOUNT)));
    refused(
        ExchangeException.Code.INVALID_FORM,
        () ->
            story.send(
                new RequestForm(
                    story.ask(Story.PROBE, Urgency.U8H, DataCategory.IDENTITY),
                    RequestType.IDENTITY,
                    List.of(),
                    List.of(),
                    List.of())));
  }

  @Test
  void reply_givesNothingBeyondWhatWasAskedFor() throws Exception {
    story.send(story.identity());
    Entity more =
        entity(Schema.PERSON, stated(Property.NAME, "Ana"), stated(Property.ADDRESS, "Calle 1"));
    refused(ExchangeException.Code.INVALID_FORM, () -> story.reply(gives(true, more)));
  }

  @Test
  void partner_cannotSayWhatNobodyAskedHim() throws Exception {
    SentRequest sent = story.send(story.identity());
    Basis basis =
        story.ve().core().replying().open(ve.duty(), sent.id()).request().header().basis();
    story.federation().settle();
    story.reply(refuses(RefusalCode.R1, ""));
    SentRequest ended = story.now(sent);
    assertThat(ended.state()).isEqualTo(SentRequest.State.REFUSED);
    forge(basis, new Progress(sent.id(), Progress.Step.ACCEPTED, "", List.of()));
    forge(
        basis,
        new RequestBody.Reply(
            sent.id(),
            true,
            List.of(new RequestBody.Reply.Given(new ItemId("ve-falso"), known())),
            List.of()));
    forge(basis, new RequestBody.Withdrawal(sent.id()));
    forge(basis, new RequestBody.Clarification(sent.id(), "eco"));
    assertThat(story.now(sent)).isEqualTo(ended);
    assertThat(co.core().records().decisions(co.auditor(), 100))
        .filteredOn(one -> one.reasons().contains("UNKNOWN_REFERENCE"))
        .hasSize(4);
  }

  private void forge(Basis basis, RequestBody body) throws Exception {
    Forged.dispatch(ve, co, basis, body, AgencyKind.POLICE);
    story.federation().settle();
  }
}
