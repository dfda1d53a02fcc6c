// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.RequestStory.entity;
import static lat.enlace.testkit.exchange.RequestStory.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.Attaching.Own;
import lat.enlace.exchange.Attaching.Wanted;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Informing.InformForm;
import lat.enlace.exchange.Informing.Information;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.TreeHash;
import lat.enlace.model.ActionCode;
import lat.enlace.model.AttachmentType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Urgency;
import lat.enlace.model.entity.Attachment;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.api.Test;

/// A file is for whom the item was given to, while it is given, and for nobody else.
class WrongFilesTest {
  private static final List<Hash> CHUNKS = List.of(TreeHash.leaf(Bytes.utf8("%PDF- invented")));
  private static final Attachment FILE = new Attachment(AttachmentType.PDF, 14, CHUNKS.getFirst());

  private final RequestStory story;
  private final TestNode co;
  private final TestNode ve;

  WrongFilesTest() throws ExchangeException {
    story = RequestStory.begin(67);
    co = story.co();
    ve = story.ve();
  }

  private Own store() throws ExchangeException {
    var shelf = co.core().attaching().begin(co.analyst());
    return co.core().attaching().stored(co.analyst(), FILE, shelf.listing(CHUNKS));
  }

  private Information send(Attachment file) throws ExchangeException {
    AskForm ask = story.ask(Story.PROBE, Urgency.N7D, DataCategory.IDENTITY);
    return co.core()
        .informing()
        .send(
            co.analyst(),
            new InformForm(
                ve.id(),
                ask.caseReference(),
                ask.legalBasis(),
                ask.offence(),
                ask.purpose(),
                ask.elements(),
                entity(
                    Schema.PERSON,
                    stated(Property.NAME, "Ana Ejemplo Prueba"),
                    stated(file.property(), file.value())),
                ask.category(),
                ask.stage(),
                ask.grounds(),
                new Handling(Set.of(HandlingCode.H2), ActionCode.P1),
                "hallado en un registro incautado"));
  }

  private Information given() throws ExchangeException {
    store();
    Information sent = send(FILE);
    story.federation().settle();
    return sent;
  }

  private boolean isGranted(TestNode to, ItemId item, Hash digest) {
    return co.core().attaching().grant(to.id(), item, digest).isPresent();
  }

  private Wanted whole() throws ExchangeException {
    Wanted wanted = ve.core().attaching().wanted(co.id()).getFirst();
    ve.core().attaching().listed(co.id(), wanted, CHUNKS);
    Wanted listed = new Wanted(wanted.item(), wanted.attachment(), wanted.shelf().listing(CHUNKS));
    ve.core().attaching().whole(co.id(), listed);
    return listed;
  }

  private Wanted read(Information sent, Hash digest) throws ExchangeException {
    return ve.core()
        .attaching()
        .read(ve.duty(), sent.item(), sent.caseReference(), "expediente", digest);
  }

  @Test
  void grant_isForTheHolderOfTheItemOnceHisReceiptIsHere() throws Exception {
    store();
    Information sent = send(FILE);
    assertThat(isGranted(ve, sent.item(), FILE.digest())).isFalse();
    story.federation().settle();
    assertThat(isGranted(ve, sent.item(), FILE.digest())).isTrue();
    assertThat(isGranted(co, sent.item(), FILE.digest())).isFalse();
    assertThat(isGranted(ve, new ItemId("co-other"), FILE.digest())).isFalse();
    assertThat(isGranted(ve, sent.item(), Hash.sha256(Bytes.utf8("another")))).isFalse();
    for (TestNode other : story.federation().nodes()) {
      assertThat(isGranted(other, sent.item(), FILE.digest())).isEqualTo(other.equals(ve));
    }
  }

  @Test
  void grant_endsWithARecallAndRestsUnderASuspension() throws Exception {
    Information sent = given();
    co.core().standings().suspend(co.authority(), RequestStory.CO_VE, "prueba");
    assertThat(isGranted(ve, sent.item(), FILE.digest())).isFalse();
    story.federation().settle();
    co.core().recalling().recall(co.duty(), sent.item(), RecallAction.WITHDRAW, "falsa", List.of());
    assertThat(isGranted(ve, sent.item(), FILE.digest())).isFalse();
    assertThat(co.core().attaching().files()).isEmpty();
    story.federation().settle();
    assertThat(ve.core().attaching().wanted(co.id())).isEmpty();
  }

  @Test
  void recall_endsTheFileAtBothEnds() throws Exception {
    Information sent = given();
    Wanted held = whole();
    assertThat(read(sent, FILE.digest()).shelf()).isEqualTo(held.shelf());
    assertThat(ve.core().attaching().files()).containsExactly(held.shelf().file());
    co.core().recalling().recall(co.duty(), sent.item(), RecallAction.ERASE, "falsa", List.of());
    story.federation().settle();
    assertThat(ve.core().attaching().files()).isEmpty();
    assertThat(co.core().attaching().files()).isEmpty();
    assertThatThrownBy(() -> read(sent, FILE.digest()))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.NOT_FOUND);
    assertThatThrownBy(() -> ve.core().attaching().whole(co.id(), held))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.NOT_FOUND);
  }

  @Test
  void file_thatTwoItemsNameStaysForTheOther() throws Exception {
    Information first = given();
    Information second = send(FILE);
    story.federation().settle();
    co.core().recalling().recall(co.duty(), first.item(), RecallAction.ERASE, "falsa", List.of());
    assertThat(isGranted(ve, first.item(), FILE.digest())).isFalse();
    assertThat(isGranted(ve, second.item(), FILE.digest())).isTrue();
  }

  @Test
  void read_needsAWholeFileItsCaseAndIsReported() throws Exception {
    Information sent = given();
    ve.core().attaching().wanted(co.id());
    assertThatThrownBy(() -> read(sent, FILE.digest()))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.WRONG_STATE);
    whole();
    assertThatThrownBy(() -> read(sent, Hash.sha256(Bytes.utf8("another"))))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.NOT_FOUND);
    assertThatThrownBy(() ->
            ve.core()
                .attaching()
                .read(ve.duty(), sent.item(), new CaseReference("OTRO-1"), "x", FILE.digest()))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.REFUSED);
    read(sent, FILE.digest());
    story.federation().settle();
    assertThat(co.core().recalling().given(co.duty()).getFirst().readings())
        .anyMatch(reading -> reading.reason().equals("expediente"));
  }

  @Test
  void item_namesOnlyAFileThatIsHereAsItIs() throws Exception {
    store();
    List<Attachment> wrong =
        List.of(
            new Attachment(AttachmentType.TEXT, FILE.size(), FILE.digest()),
            new Attachment(AttachmentType.PDF, FILE.size() + 1, FILE.digest()),
            new Attachment(AttachmentType.PDF, FILE.size(), Hash.sha256(Bytes.utf8("another"))));
    for (Attachment one : wrong) {
      assertThatThrownBy(() -> send(one))
          .hasFieldOrPropertyWithValue("code", ExchangeException.Code.INVALID_FORM);
    }
    assertThat(co.core().informing().all(co.analyst())).isEmpty();
    assertThat(co.core().attaching().own(co.analyst()).getFirst().given()).isZero();
  }

  @Test
  void file_ofSomeoneSealedHereIsNeitherWantedNorServed() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    Information sent = given();
    assertThat(ve.core().attaching().wanted(co.id())).isEmpty();
    assertThat(isGranted(ve, sent.item(), FILE.digest())).isFalse();
  }

  @Test
  void file_ofSomeoneSealedThereIsNotWanted() throws Exception {
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    given();
    assertThat(ve.core().attaching().wanted(co.id())).isEmpty();
  }

  @Test
  void file_endsWhenNobodyNamesOrFetchesItInTime() throws Exception {
    store();
    co.clock().skew(Duration.ofHours(25));
    co.core().links().tick();
    assertThat(co.core().attaching().files()).isEmpty();
    co.clock().skew(Duration.ZERO);
    Information sent = given();
    co.clock().skew(Duration.ofDays(91));
    co.core().links().tick();
    assertThat(isGranted(ve, sent.item(), FILE.digest())).isFalse();
    assertThat(co.core().attaching().files()).isEmpty();
  }

  @Test
  void agency_hasItsQuota() throws Exception {
    for (int i = 0; i < 8; i++) {
      List<Hash> chunks = java.util.Collections.nCopies(1024, Hash.sha256(Bytes.of(i)));
      Attachment film =
          new Attachment(
              AttachmentType.MP4, Attachment.MAX_BYTES, Hash.sha256(Bytes.utf8("film " + i)));
      var shelf = co.core().attaching().begin(co.analyst());
      co.core().attaching().stored(co.analyst(), film, shelf.listing(chunks));
    }
    assertThatThrownBy(() -> co.core().attaching().begin(co.analyst()))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.REFUSED);
    assertThat(ve.core().attaching().begin(ve.analyst()).key().size()).isEqualTo(32);
    assertThatThrownBy(() -> co.core().attaching().begin(co.auditor()))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.ROLE_MISSING);
  }
}
