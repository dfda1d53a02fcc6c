// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.inform;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Informing.InformForm;
import lat.enlace.exchange.Informing.Information;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Forms;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Attached;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.item.Unsent;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.InformationUse;
import lat.enlace.model.ItemId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.entity.Entity;

/// Information given unasked, at both ends (docs/spec/requests.md, "Spontaneous information").
public final class InformDesk implements Informing {
  private static final int ITEM_BYTES = 12;

  private final AskParts parts;
  private final Journal journal;
  private final Informed informed;

  /// With its parts.
  public InformDesk(AskParts parts, Informed informed) {
    this.parts = parts;
    this.journal = parts.journal();
    this.informed = informed;
  }

  @Override
  public SecondLook look(Officer by, InformForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.SPONTANEOUS, Role.ANALYST);
    requireSound(form);
    Work work = journal.begin();
    Verdict ruling = parts.decider().rule(work, matter(work, by, form));
    Decision open = ruling.open();
    Set<AgencyKind> agencies =
        ruling.instrument().stream()
            .flatMap(signed -> signed.instrument().terms().exchanges().stream())
            .filter(rule -> rule.kinds().contains(DispatchKind.SPONTANEOUS))
            .flatMap(rule -> rule.conditions().agencies().stream())
            .collect(Collectors.toSet());
    return new SecondLook(
        form.partner(),
        open,
        agencies,
        Obligations.handling(open).union(form.handling()),
        Obligations.retention(open));
  }

  @Override
  public Information send(Officer by, InformForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.SPONTANEOUS, Role.ANALYST);
    requireSound(form);
    Work work = journal.begin();
    Matter matter = matter(work, by, form);
    Verdict ruling = parts.decider().rule(work, matter);
    ItemId item = freshItem();
    InformationRow row;
    if (ruling.open() instanceof Decision.Permit) {
      row = sent(work, by, form, matter, ruling, item);
    } else {
      DispatchId id = parts.letters().freshId(work);
      parts.decider().enter(work, matter.about(List.of(id)), ruling);
      row = row(work, by, form, id, item, Information.State.REFUSED_HERE);
    }
    Informed.put(work, row);
    journal.commit(work);
    return row.information();
  }

  private InformationRow sent(
      Work work, Officer by, InformForm form, Matter matter, Verdict ruling, ItemId item)
      throws ExchangeException {
    var cover =
        new Letters.Cover(
            by,
            Role.ANALYST,
            form.partner(),
            basis(form, ruling),
            Obligations.handling(ruling.open()).union(form.handling()),
            Urgency.N7D);
    Entity leaving =
        new Entity(new EntityId(item.value()), form.entity().schema(), form.entity().statements());
    var body =
        new SpontaneousBody.Information(
            item, leaving, form.category(), form.stage(), form.grounds(), form.reason());
    Letters.Letter letter = parts.letters().write(work, cover, body);
    parts.decider().enter(work, matter.about(List.of(letter.id())), ruling);
    // Of someone whom this node protects nothing leaves; to the officer it looks like any other.
    String opening =
        ruling.concealed()
            ? work.enter(
                Draft.kept(
                    EntryType.DISPATCH,
                    letter.bytes(),
                    List.of(letter.id()),
                    List.of(form.partner())))
            : parts.letters().send(work, letter);
    Attached.give(work, letter, item, leaving);
    work.put(
        Store.Space.GIVEN,
        item.value(),
        new GivenRow(
            item,
            form.partner(),
            leaving.id(),
            leaving.schema(),
            new CaseReference(form.caseReference()),
            letter.id(),
            opening,
            work.now()));
    if (ruling.concealed()) {
      Unsent.keep(work, item);
    }
    return row(work, by, form, letter.id(), item, Information.State.QUEUED);
  }

  private static InformationRow row(
      Work work, Officer by, InformForm form, DispatchId id, ItemId item, Information.State state) {
    Information information =
        new Information(
            id,
            form.partner(),
            true,
            state,
            work.now().truncatedTo(ChronoUnit.MILLIS),
            new CaseReference(form.caseReference()),
            item,
            List.of());
    return new InformationRow(information, List.of(by.agency().id()), "");
  }

  private static Basis.UnderInstrument basis(InformForm form, Verdict ruling)
      throws ExchangeException {
    try {
      return new Basis.UnderInstrument(
          ruling.refs().getFirst(),
          new CaseReference(form.caseReference()),
          form.purpose(),
          form.offence(),
          form.legalBasis(),
          form.elements());
    } catch (IllegalArgumentException e) {
      throw Forms.invalid(e);
    }
  }

  /// Everything said belongs to a category that agreements open; what does not is no information
  /// for a partner.
  private static void requireSound(InformForm form) throws ExchangeException {
    Entity entity = form.entity();
    boolean whole =
        Categories.opened(entity, Categories.all(entity)).statements().equals(entity.statements());
    Stated.require(form.reason(), "say why the partner should know");
    if (entity.statements().isEmpty() || !whole) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "say something in the categories of the agreements");
    }
    try {
      new CaseReference(form.caseReference());
    } catch (IllegalArgumentException e) {
      throw Forms.invalid(e);
    }
  }

  private Matter matter(Work work, Officer by, InformForm form) {
    StateCode partner = parts.accords().stateOf(form.partner()).orElse(parts.own().state());
    Question question =
        new Question(
            new Question.Route(
                Side.ASKING,
                DispatchKind.SPONTANEOUS,
                parts.own().state(),
                partner,
                by.agency().kind()),
            new Question.Cause(
                form.purpose(),
                form.offence(),
                !form.caseReference().isBlank(),
                !form.legalBasis().isBlank(),
                form.elements()),
            new Question.Subject(form.category(), form.stage(), form.grounds()),
            Categories.all(form.entity()),
            Urgency.N7D);
    Facts facts = parts.shelves().facts(work, List.of(form.entity()));
    return Matter.of(form.partner(), question, facts, List.of());
  }

  private ItemId freshItem() {
    String state = parts.own().state().value().toLowerCase(Locale.ROOT);
    return new ItemId(state + "-" + parts.randomness().next(ITEM_BYTES).hex());
  }

  @Override
  public String open(Officer by, DispatchId id) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.SPONTANEOUS, Role.DUTY_OFFICER, Role.ANALYST);
    Work work = journal.begin();
    InformationRow row = received(work, id);
    Dispatch dispatch = dispatch(work, row);
    var reader =
        new Readings.Reader(by, role, row.information().caseReference(), ReadingStep.INFORMATION);
    parts
        .readings()
        .report(work, reader, Readings.Source.dispatch(row.information().partner(), id));
    journal.commit(work);
    return ((SpontaneousBody.Information) dispatch.body()).reason();
  }

  private static Dispatch dispatch(Work work, InformationRow row) throws ExchangeException {
    return work.get(Store.Space.OPENING, row.proof(), Rows.Proof.class)
        .map(Rows.Proof::content)
        .filter(bytes -> !bytes.isEmpty())
        .map(Written::read)
        .orElseThrow(() ->
            new ExchangeException(
                ExchangeException.Code.WRONG_STATE, "its time is over: nothing of it is left"));
  }

  private static InformationRow received(Work work, DispatchId id) throws ExchangeException {
    return Informed.find(work, id)
        .filter(found -> !found.information().sent())
        .orElseThrow(
            () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such information"));
  }

  @Override
  public Information feedback(Officer by, DispatchId id, InformationUse use, String text)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.FEEDBACK, Role.DUTY_OFFICER, Role.ANALYST);
    if (text.length() > Body.MAX_TEXT_LENGTH) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "the text is too long");
    }
    Work work = journal.begin();
    InformationRow row = received(work, id);
    if (row.information().state() != Information.State.RECEIVED) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "what came of it was said already");
    }
    Dispatch information = dispatch(work, row);
    var cover =
        Letters.Cover.plain(by, role, row.information().partner(), information.header().basis());
    Letters.Letter letter =
        parts.letters().write(work, cover, new SpontaneousBody.Feedback(id, use, text));
    Matter matter = informed.matter(work, information, letter.dispatch(), Side.RECEIVING);
    Verdict ruling = informed.rule(work, matter, information);
    if (!(ruling.open() instanceof Decision.Permit)) {
      journal.commit(parts.decider().only(journal.begin(), matter, ruling));
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision refuses the feedback");
    }
    parts.decider().enter(work, matter, ruling);
    if (ruling.concealed()) {
      work.enter(
          Draft.kept(
              EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(cover.to())));
    } else {
      parts.letters().send(work, letter);
    }
    InformationRow after = row.used(use);
    Informed.put(work, after);
    journal.commit(work);
    return after.information();
  }

  @Override
  public List<Information> all(Officer by) {
    return Informed.all(journal.begin()).stream()
        .filter(row -> visible(by, row))
        .map(InformationRow::information)
        .sorted(Comparator.comparing(Information::id).reversed())
        .toList();
  }

  private static boolean visible(Officer by, InformationRow row) {
    return Roles.any(by, DispatchKind.SPONTANEOUS, Role.RIGHTS_OFFICER)
        || (Roles.any(by, DispatchKind.SPONTANEOUS, Role.ANALYST, Role.DUTY_OFFICER)
            && (row.agency().isEmpty() || row.agency().contains(by.agency().id())));
  }
}
