// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.find;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Owed;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.dispatch.WhatWasRead;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;

/// Whereabouts inquiries (row M21). Answered by people, never by the index: those looked for are
/// not suspects.
public final class WhereaboutsDesk implements Whereabouts {
  private static final Duration CLOCK = Duration.ofDays(3);
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");

  private static final Role[] READERS = {Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER};

  /// What an inquiry says of a person.
  private static final Set<DataCategory> WHO =
      Set.of(DataCategory.IDENTITY, DataCategory.ALIAS, DataCategory.DOCUMENT);

  private final Journal journal;
  private final Letters letters;
  private final Floor floor;
  private final Shelves shelves;
  private final Readings readings;

  /// With what an inquiry needs.
  public WhereaboutsDesk(
      Journal journal, Letters letters, Floor floor, Shelves shelves, Readings readings) {
    this.shelves = shelves;
    this.readings = readings;
    this.journal = journal;
    this.letters = letters;
    this.floor = floor;
  }

  @Override
  public Inquiry inquire(
      Officer by,
      NodeId partner,
      String caseReference,
      String legalBasis,
      Entity person,
      WhereaboutsBody.Inquiry.AskedBy askedBy)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.WHEREABOUTS, READERS);
    Work work = journal.begin();
    Basis.Humanitarian basis = basis(caseReference, legalBasis);
    WhereaboutsBody.Inquiry body = new WhereaboutsBody.Inquiry(named(person), askedBy);
    var cover = new Letters.Cover(by, role, partner, basis, Handling.LEAST, Urgency.U3D);
    Letters.Letter letter = letters.write(work, cover, body);
    Set<ConcealedFact> sealed = shelves.facts(work, List.of(person)).concealed();
    floor.permitOut(work, letter, sealed);
    if (sealed.isEmpty()) {
      letters.send(work, letter);
    } else {
      // Entered and sent nowhere: to the officer, who cannot know, it looks like any other.
      work.enter(
          Draft.kept(EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(partner)));
    }
    InquiryRow row =
        new InquiryRow(
            letter.id(),
            partner,
            true,
            Inquiry.State.QUEUED,
            work.now(),
            work.now().plus(CLOCK),
            basis.caseReference(),
            body,
            List.of(),
            List.of());
    put(work, row);
    journal.commit(work);
    return row.view();
  }

  @Override
  public List<Figure> figures() {
    return new Silence(journal).figures();
  }

  /// Who it is, and nothing else that was typed of him.
  private static Entity named(Entity person) throws ExchangeException {
    Entity named = Categories.opened(person, WHO);
    if (named.statements().isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "name the person, or a number of a document");
    }
    Optional<QuestionBounds.Excess> excess = QuestionBounds.excess(named);
    if (excess.isPresent()) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, excess.get().rule());
    }
    return named;
  }

  @Override
  public Inquiry reply(
      Officer by, DispatchId inquiry, WhereaboutsBody.Reply.Finding finding, String text)
      throws ExchangeException {
    Role role =
        Roles.require(by, DispatchKind.WHEREABOUTS_REPLY, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    InquiryRow row =
        find(work, inquiry)
            .filter(found -> !found.sent())
            .orElseThrow(
                () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such inquiry"));
    if (row.state() == Inquiry.State.ANSWERED) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "answered already");
    }
    WhereaboutsBody.Reply said = told(inquiry, finding, text);
    Set<ConcealedFact> sealed = shelves.facts(work, List.of(row.inquiry().person())).concealed();
    // Nothing of a sealed person leaves, whatever an officer who cannot know of it wrote.
    WhereaboutsBody.Reply told =
        sealed.isEmpty() ? said : told(inquiry, WhereaboutsBody.Reply.Finding.NOT_HELD, "");
    Basis basis = new Basis.Humanitarian(row.caseReference(), "humanitarian floor");
    var cover = new Letters.Cover(by, role, row.partner(), basis, Handling.LEAST, Urgency.U3D);
    Letters.Letter letter = letters.write(work, cover, told);
    floor.permitOut(work, letter, sealed);
    letters.send(work, letter);
    InquiryRow answered = row.answered(said, letter.id());
    put(work, answered);
    journal.commit(work);
    return answered.view();
  }

  /// Who has nothing to tell says so in the same words as who knows nothing.
  private static WhereaboutsBody.Reply told(
      DispatchId inquiry, WhereaboutsBody.Reply.Finding finding, String text)
      throws ExchangeException {
    if (text.length() > Body.MAX_TEXT_LENGTH) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "the text is too long");
    }
    return switch (finding) {
      case NOTHING_TO_TELL, NOT_HELD ->
          new WhereaboutsBody.Reply(inquiry, WhereaboutsBody.Reply.Finding.NOT_HELD, "");
      case HELD, SEEN, REMAINS -> new WhereaboutsBody.Reply(inquiry, finding, text);
    };
  }

  @Override
  public List<Inquiry> inquiries(Officer by) {
    if (!Roles.any(by, DispatchKind.WHEREABOUTS, READERS)) {
      return List.of();
    }
    return journal.begin().all(Store.Space.INQUIRY, "", InquiryRow.class).stream()
        .map(InquiryRow::view)
        .sorted(Comparator.comparing(Inquiry::id).reversed())
        .toList();
  }

  @Override
  public OpenInquiry open(Officer by, DispatchId inquiry) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.WHEREABOUTS, READERS);
    Work work = journal.begin();
    InquiryRow row =
        find(work, inquiry)
            .filter(found -> !found.sent() || role != Role.ANALYST || wrote(by, found))
            .orElseThrow(
                () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such inquiry"));
    enterReading(work, by, role, row);
    journal.commit(work);
    String text = row.reply().stream().map(WhereaboutsBody.Reply::text).findFirst().orElse("");
    return new OpenInquiry(row.view(), row.inquiry().person(), text);
  }

  private boolean wrote(Officer by, InquiryRow row) {
    return Written.find(journal, row.id())
        .filter(sent -> sent.header().sender().agency().id().equals(by.agency().id()))
        .isPresent();
  }

  /// A reply is the partner's, an inquiry received too. His own inquiry is nothing to tell him of,
  /// and an inquiry that was told nothing is not spoken of again.
  private void enterReading(Work work, Officer by, Role role, InquiryRow row)
      throws ExchangeException {
    ReadingStep step = row.sent() ? ReadingStep.REPLY : ReadingStep.INQUIRY;
    var reader = new Readings.Reader(by, role, row.caseReference(), step);
    boolean reported =
        row.sent() ? !row.replyId().isEmpty() : answered(journal, row) != Answered.WITH_NOTHING;
    DispatchId read = row.sent() && reported ? row.replyId().getFirst() : row.id();
    var source = new Readings.Source(row.partner(), new WhatWasRead.Sent(read), List.of(row.id()));
    if (reported) {
      readings.report(work, reader, source);
    } else {
      readings.keep(work, reader, source);
    }
  }

  /// What the partner knows by now of what came of his inquiry.
  public static Answered answered(Work work, Journal journal, DispatchId inquiry) {
    return find(work, inquiry).map(row -> answered(journal, row)).orElse(Answered.WITH_NOTHING);
  }

  private static Answered answered(Journal journal, InquiryRow row) {
    return switch (row.state()) {
      case QUEUED, WAITING -> Answered.NOT_YET;
      case ANSWERED ->
          row.replyId().stream()
                  .flatMap(id -> Written.find(journal, id).stream())
                  .anyMatch(told -> tellsSomething(told.body()))
              ? Answered.WITH_SOMETHING
              : Answered.WITH_NOTHING;
    };
  }

  /// As it left: about somebody sealed that is less than the officer wrote.
  private static boolean tellsSomething(Body told) {
    return told instanceof WhereaboutsBody.Reply reply
        && reply.finding() != WhereaboutsBody.Reply.Finding.NOT_HELD;
  }

  private record LeftOut(int leftOut) {}

  /// An inquiry came. Who is missing is kept; of what says more the bytes are destroyed, which
  /// cannot lose a part.
  public void take(Work work, Received received, WhereaboutsBody.Inquiry came) {
    Header header = received.dispatch().header();
    var body = new WhereaboutsBody.Inquiry(Categories.opened(came.person(), WHO), came.askedBy());
    int leftOut = came.person().statements().size() - body.person().statements().size();
    if (leftOut > 0) {
      Items.eraseProof(work, received.proof());
      work.enter(
          Draft.kept(
              EntryType.ERASURE,
              Stored.of(new LeftOut(leftOut)),
              List.of(header.id()),
              List.of(received.from())));
    }
    header
        .basis()
        .forCase()
        .ifPresent(caseReference -> put(work, waiting(work, received, body, caseReference)));
  }

  private static InquiryRow waiting(
      Work work, Received received, WhereaboutsBody.Inquiry body, CaseReference caseReference) {
    return new InquiryRow(
        received.dispatch().header().id(),
        received.from(),
        false,
        Inquiry.State.WAITING,
        work.now(),
        work.now().plus(CLOCK),
        caseReference,
        body,
        List.of(),
        List.of());
  }

  /// Refuses the reply to something that was not asked of this partner.
  public List<ErrorCode> refusal(Work work, Received received, WhereaboutsBody.Reply reply) {
    return find(work, reply.inquiry())
            .filter(row -> row.sent() && row.partner().equals(received.from()))
            .filter(row -> row.state() != Inquiry.State.ANSWERED)
            .isPresent()
        ? List.of()
        : List.of(UNKNOWN_REFERENCE);
  }

  /// A reply came.
  public void take(Work work, Received received, WhereaboutsBody.Reply reply) {
    DispatchId id = received.dispatch().header().id();
    find(work, reply.inquiry()).ifPresent(row -> put(work, row.answered(reply, id)));
  }

  private static Optional<InquiryRow> find(Work work, DispatchId id) {
    return work.get(Store.Space.INQUIRY, id.toString(), InquiryRow.class);
  }

  /// The other side of an inquiry that is not answered.
  public static Optional<NodeId> owed(Work work, DispatchId inquiry) {
    return find(work, inquiry)
        .filter(row -> row.state() != Inquiry.State.ANSWERED)
        .map(InquiryRow::partner);
  }

  private static void put(Work work, InquiryRow row) {
    work.put(Store.Space.INQUIRY, row.id().toString(), row);
    if (row.state() != Inquiry.State.ANSWERED) {
      Owed.start(work, Owed.What.WHEREABOUTS, row.id(), row.due());
    }
  }

  private static Basis.Humanitarian basis(String caseReference, String legalBasis)
      throws ExchangeException {
    try {
      return new Basis.Humanitarian(new CaseReference(caseReference), legalBasis);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "a case reference and a legal basis are needed", e);
    }
  }
}
