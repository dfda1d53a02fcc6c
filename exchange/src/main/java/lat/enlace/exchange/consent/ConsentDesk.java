// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.consent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Consenting;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.item.ConsentRow;
import lat.enlace.exchange.item.Consented;
import lat.enlace.exchange.item.Gifts;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.item.ItemRow;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.entity.Entity;

/// Consents at both ends, as officers see them (docs/spec/consents.md).
public final class ConsentDesk implements Consenting {
  private final ConsentParts parts;
  private final Journal journal;
  private final Shelves shelves;
  private final Consents incoming;

  /// With its parts.
  public ConsentDesk(AskParts ask, Floor floor) {
    this.parts = new ConsentParts(ask, floor);
    this.journal = ask.journal();
    this.shelves = ask.shelves();
    this.incoming = new Consents(parts);
  }

  /// Who takes what comes in.
  public Consents incoming() {
    return incoming;
  }

  @Override
  public Consent ask(Officer by, ConsentForm form) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.CONSENT_REQUEST, Role.ANALYST, Role.DUTY_OFFICER);
    Stated.require(form.reason(), "say why");
    Work work = journal.begin();
    ItemRow item =
        parts
            .ask()
            .items()
            .held(work, form.item())
            .filter(row -> !row.entity().isEmpty() && parts.ask().items().concerns(work, by, row))
            .orElseThrow(ConsentDesk::notFound);
    ConsentBody.Request request = request(work, form);
    DispatchKind via = parts.via(item.question());
    if (!parts.serves(form.use(), form.to(), form.purpose(), item.originator())) {
      throw invalid("name a third state or a proceeding, and a purpose of the agreements");
    }
    requireFirst(work, item, form);
    Facts facts = shelves.facts(work, item.entity());
    if (ConsentParts.isOfMinor(facts) || !parts.opens(work, item.originator(), via)) {
      throw refused();
    }
    Letters.Letter letter =
        out(
            work,
            Letters.Cover.plain(by, role, item.originator(), parts.basis(item.caseReference())),
            request,
            facts.concealed());
    ConsentRow row =
        new ConsentRow(
            Consents.fresh(
                letter.id(),
                item.originator(),
                true,
                request,
                letter.dispatch().header().created()),
            item.caseReference(),
            via,
            List.of(by.agency().id()),
            List.of(),
            !facts.concealed().isEmpty());
    Consented.put(work, row);
    journal.commit(work);
    return row.consent();
  }

  private static ConsentBody.Request request(Work work, ConsentForm form) throws ExchangeException {
    try {
      ConsentBody.Request request =
          new ConsentBody.Request(
              form.item(),
              form.use(),
              form.to(),
              form.purpose(),
              form.until().truncatedTo(ChronoUnit.MILLIS),
              form.reason());
      if (request.inTime(work.now().truncatedTo(ChronoUnit.MILLIS))) {
        return request;
      }
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "name a third state or a proceeding", e);
    }
    throw invalid("it ends in the future, and within three years");
  }

  private static void requireFirst(Work work, ItemRow item, ConsentForm form)
      throws ExchangeException {
    boolean again =
        Consented.all(work).stream()
            .map(ConsentRow::consent)
            .filter(one -> one.sent() && one.item().equals(item.item()))
            .filter(one -> one.use() == form.use() && one.to().equals(form.to()))
            .anyMatch(one -> one.state().isOpen() || one.state() == Consent.State.GRANTED);
    if (again) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the same was asked, and waits or stands");
    }
  }

  /// Decides, and sends; of someone whom this node protects it is entered and stays.
  private Letters.Letter out(
      Work work, Letters.Cover cover, ConsentBody body, Set<ConcealedFact> concealed)
      throws ExchangeException {
    return out(work, cover, body, concealed, !concealed.isEmpty());
  }

  private Letters.Letter out(
      Work work, Letters.Cover cover, ConsentBody body, Set<ConcealedFact> concealed, boolean stays)
      throws ExchangeException {
    Letters.Letter letter = parts.ask().letters().write(work, cover, body);
    parts.floor().permitOut(work, letter, concealed);
    if (stays) {
      work.enter(
          Draft.kept(
              EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(cover.to())));
    } else {
      parts.ask().letters().send(work, letter);
    }
    return letter;
  }

  @Override
  public List<Consent> consents(Officer by) {
    return Consented.all(journal.begin()).stream()
        .filter(row -> visible(by, row))
        .map(ConsentRow::consent)
        .sorted(Comparator.comparing(Consent::id).reversed())
        .toList();
  }

  private static boolean visible(Officer by, ConsentRow row) {
    boolean own = row.agency().contains(by.agency().id());
    return Roles.any(by, DispatchKind.CONSENT, Role.RIGHTS_OFFICER)
        || (row.consent().sent()
            ? own && Roles.any(by, DispatchKind.CONSENT, Role.ANALYST, Role.DUTY_OFFICER)
            : Roles.any(by, DispatchKind.CONSENT, Role.DUTY_OFFICER, Role.AUTHORITY));
  }

  @Override
  public String open(Officer by, DispatchId request) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.CONSENT, Role.DUTY_OFFICER, Role.AUTHORITY);
    Work work = journal.begin();
    ConsentRow row = asked(work, request);
    ConsentBody.Request body =
        Rows.received(work, request)
            .map(Rows.Proof::content)
            .filter(bytes -> !bytes.isEmpty())
            .map(Written::read)
            .map(dispatch -> (ConsentBody.Request) dispatch.body())
            .orElseThrow(ConsentDesk::notFound);
    parts
        .ask()
        .readings()
        .report(
            work,
            new Readings.Reader(by, role, row.caseReference(), ReadingStep.CONSENT),
            Readings.Source.dispatch(row.consent().partner(), request));
    journal.commit(work);
    return body.reason();
  }

  @Override
  public Consent propose(Officer by, DispatchId request, Saying saying) throws ExchangeException {
    Roles.require(by, DispatchKind.CONSENT, Role.DUTY_OFFICER);
    Work work = journal.begin();
    ConsentRow row = asked(work, request);
    require(row, Consent.State.WAITING);
    Saying exact =
        new Saying(
            saying.until().stream().map(one -> one.truncatedTo(ChronoUnit.MILLIS)).toList(),
            saying.conditions(),
            saying.refusal());
    requireSound(work, row, exact);
    ConsentRow after =
        row.proposed(new ConsentRow.Proposal(by.id(), by.unit(), by.agency().id(), exact));
    String word = exact.refusal().isEmpty() ? "granted" : "refused";
    return kept(work, by, after, "proposed " + word, "");
  }

  private static void requireSound(Work work, ConsentRow row, Saying saying)
      throws ExchangeException {
    Instant now = work.now();
    boolean within =
        saying.until().stream()
            .allMatch(end -> end.isAfter(now) && !end.isAfter(row.consent().until()));
    if (!within) {
      throw invalid("a yes ends in the future, and no later than was asked");
    }
    said(row, saying);
  }

  private static ConsentBody.Consent said(ConsentRow row, Saying saying) throws ExchangeException {
    boolean no = saying.until().isEmpty();
    try {
      return new ConsentBody.Consent(
          row.consent().id(),
          no ? ConsentBody.Consent.Word.REFUSED : ConsentBody.Consent.Word.GRANTED,
          saying.until(),
          saying.conditions(),
          saying.refusal());
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "a yes has an end, a no has a reason", e);
    }
  }

  @Override
  public Consent confirm(Officer second, DispatchId request) throws ExchangeException {
    Role role = Roles.require(second, DispatchKind.CONSENT, Role.DUTY_OFFICER, Role.AUTHORITY);
    Work work = journal.begin();
    ConsentRow row = proposed(work, second, request);
    Saying saying = row.proposal().getFirst().saying();
    requireSound(work, row, saying);
    ConsentBody.Consent said = said(row, saying);
    Set<ConcealedFact> concealed = saying.until().isEmpty() ? Set.of() : granted(work, row);
    var cover =
        Letters.Cover.plain(
            second, role, row.consent().partner(), parts.basis(row.caseReference()));
    out(work, cover, said, concealed);
    ConsentRow after = Consents.answered(row, said);
    ConsentRow kept = concealed.isEmpty() ? after : after.kept();
    return kept(work, second, kept, "confirmed " + said.word().code(), "");
  }

  /// What closes a yes at the moment it is given: the channel, a minor, and whom this node hides.
  private Set<ConcealedFact> granted(Work work, ConsentRow row) throws ExchangeException {
    Consent consent = row.consent();
    GivenRow given =
        Consents.given(work, consent.partner(), consent.item()).orElseThrow(ConsentDesk::notFound);
    List<Entity> known = new ArrayList<>();
    Written.find(journal, given.disclosure())
        .flatMap(dispatch -> Gifts.entity(dispatch.body()))
        .ifPresent(known::add);
    shelves.subject(work, given.entity()).ifPresent(subject -> known.add(subject.entity()));
    Facts facts = shelves.facts(work, known);
    if (ConsentParts.isOfMinor(facts) || !parts.opens(work, consent.partner(), row.via())) {
      throw refused();
    }
    return facts.concealed();
  }

  @Override
  public Consent sendBack(Officer second, DispatchId request, String reason)
      throws ExchangeException {
    Roles.require(second, DispatchKind.CONSENT, Role.DUTY_OFFICER, Role.AUTHORITY);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    ConsentRow row = proposed(work, second, request);
    return kept(work, second, row.in(Consent.State.WAITING), "sent back", reason);
  }

  @Override
  public Consent takeBack(Officer by, DispatchId request, String reason) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.CONSENT, Role.DUTY_OFFICER, Role.AUTHORITY);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    ConsentRow row = asked(work, request);
    require(row, Consent.State.GRANTED);
    var said =
        new ConsentBody.Consent(
            request, ConsentBody.Consent.Word.TAKEN_BACK, List.of(), List.of(), List.of());
    var cover =
        Letters.Cover.plain(by, role, row.consent().partner(), parts.basis(row.caseReference()));
    out(work, cover, said, Set.of(), row.unsent());
    return kept(work, by, Consents.answered(row, said), said.word().code(), reason);
  }

  @Override
  public boolean mayUse(ItemId item, ItemUse use, String to, Instant on) {
    return Consented.mayUse(journal.begin(), item, use, to, on);
  }

  private static ConsentRow asked(Work work, DispatchId request) throws ExchangeException {
    return Consented.find(work, request)
        .filter(row -> !row.consent().sent())
        .orElseThrow(ConsentDesk::notFound);
  }

  /// Two officers of different units decide (rule F29).
  private static ConsentRow proposed(Work work, Officer second, DispatchId request)
      throws ExchangeException {
    ConsentRow row = asked(work, request);
    require(row, Consent.State.PROPOSED);
    ConsentRow.Proposal first = row.proposal().getFirst();
    boolean same =
        second.id().equals(first.by())
            || (second.unit().equals(first.unit()) && second.agency().id().equals(first.agency()));
    if (same) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the second officer is of another unit");
    }
    return row;
  }

  private Consent kept(Work work, Officer by, ConsentRow row, String what, String reason)
      throws ExchangeException {
    work.enter(
        Draft.kept(
            EntryType.JUDGEMENT,
            Stored.of(new Judged(by.id(), by.unit(), what, reason)),
            List.of(row.consent().id()),
            List.of(row.consent().partner())));
    Consented.put(work, row);
    journal.commit(work);
    return row.consent();
  }

  private static void require(ConsentRow row, Consent.State state) throws ExchangeException {
    if (row.consent().state() != state) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the consent is not in the state this needs");
    }
  }

  private static ExchangeException refused() {
    return new ExchangeException(
        ExchangeException.Code.REFUSED, "the channel is closed to this, or a minor is concerned");
  }

  private static ExchangeException invalid(String rule) {
    return new ExchangeException(ExchangeException.Code.INVALID_FORM, rule);
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such consent, or no item");
  }

  private record Judged(OfficerId by, UnitId unit, String what, String reason) {}
}
