// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Dispatches;
import lat.enlace.exchange.ask.Forms;
import lat.enlace.exchange.decide.Approving;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.InstrumentRef;
import lat.enlace.model.dispatch.RequestBounds;
import lat.enlace.model.entity.Entity;

/// The officer who requests.
public final class RequestDesk implements Requesting {
  private static final int ENQUIRY_BYTES = 12;

  private final AskParts parts;
  private final Journal journal;
  private final Forms forms;
  private final Alikes alikes;
  private final Sendings sendings;
  private final Saying saying;

  /// With its parts.
  public RequestDesk(AskParts parts) {
    this.parts = parts;
    this.journal = parts.journal();
    this.forms = new Forms(parts);
    this.alikes = new Alikes(parts.letters());
    this.sendings = new Sendings(parts, alikes);
    this.saying = new Saying(parts, sendings);
  }

  @Override
  public Checked check(Officer by, RequestForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.REQUEST, Role.ANALYST);
    Work work = journal.begin();
    requireSound(work, by, form);
    List<Asking.Ruling> rulings = new ArrayList<>();
    for (NodeId partner : form.ask().partners().stream().sorted().toList()) {
      Matter matter = forms.matter(work, by, form.ask(), partner, DispatchKind.REQUEST);
      rulings.add(new Asking.Ruling(partner, parts.decider().rule(work, matter).open()));
    }
    var about = new Alikes.About(form.type(), form.ask().subject(), form.enquiry());
    return new Checked(rulings, alikes.find(work, about, Optional.empty(), ofAgency(by)));
  }

  @Override
  public List<SentRequest> send(Officer by, RequestForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.REQUEST, Role.ANALYST);
    Work work = journal.begin();
    requireSound(work, by, form);
    EnquiryId enquiry = form.enquiry().stream().findFirst().orElseGet(this::freshEnquiry);
    List<SentRequest> sent = new ArrayList<>();
    for (NodeId partner : form.ask().partners().stream().sorted().toList()) {
      Matter matter = forms.matter(work, by, form.ask(), partner, DispatchKind.REQUEST);
      Verdict ruling = parts.decider().rule(work, matter);
      var asker = new Sendings.Asker(by, form, enquiry);
      sent.add(sendings.first(work, asker, matter, ruling).sent());
    }
    journal.commit(work);
    return sent;
  }

  private EnquiryId freshEnquiry() {
    return new EnquiryId(
        parts.own().state().value() + "-" + parts.randomness().next(ENQUIRY_BYTES).hex());
  }

  /// Refuses what no node could read, and what would follow up somebody else's request.
  private static void requireSound(Work work, Officer by, RequestForm form)
      throws ExchangeException {
    Forms.check(form.ask());
    Optional<RequestBounds.Excess> excess =
        RequestBounds.excess(form.type(), form.ask().subject(), form.ask().wanted());
    if (excess.isPresent()) {
      throw invalid(excess.get().rule());
    }
    if (form.urgent().isEmpty() != (form.ask().urgency() == Urgency.N7D)) {
      throw invalid("whoever claims urgency says why, by one of the reasons, and only he");
    }
    for (DispatchId earlier : form.earlier()) {
      NodeId partner = own(work, by, earlier).sent().partner();
      if (!form.ask().partners().equals(Set.of(partner))) {
        throw invalid("a request that follows up another goes to the same partner");
      }
    }
  }

  @Override
  public Bytes textToAuthorise(Officer authority, DispatchId request) throws ExchangeException {
    return waiting(journal.begin(), authority, request).dispatch();
  }

  @Override
  public SentRequest authorise(Officer authority, DispatchId request, Bytes signature)
      throws ExchangeException {
    Work work = journal.begin();
    SentRow row = waiting(work, authority, request);
    if (authority.id().equals(row.sent().askedBy())) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "who asks does not authorise");
    }
    InstrumentRef ref = row.sent().instrument().getFirst();
    var text =
        new Approving.Text(
            row.id(), row.sent().partner(), DispatchKind.REQUEST, ref, row.dispatch());
    List<AuthorityRole> all =
        new Approving(parts.decider(), parts.approval())
            .approve(work, text, row.approvals(), authority, signature);
    Officer asker = Dispatches.asker(row.dispatch(), row.sent().askedBy());
    Matter matter =
        forms
            .matter(
                work, asker, row.sent().form().ask(), row.sent().partner(), DispatchKind.REQUEST)
            .about(List.of(row.id()))
            .approvedBy(Set.copyOf(all));
    Verdict ruling = parts.decider().rule(work, matter, ref);
    parts.decider().enter(work, matter, ruling);
    SentRow after = decided(work, row.approvedBy(all), ruling);
    RequestRows.put(work, after);
    journal.commit(work);
    return after.sent();
  }

  private SentRow decided(Work work, SentRow row, Verdict ruling) throws ExchangeException {
    RequestClock clock =
        Sendings.clock(ruling, row.sent().form().ask().urgency(), row.sent().clock().owing());
    return switch (ruling.open()) {
      case Decision.Permit permit -> {
        Dispatch dispatch = Written.read(row.dispatch());
        sendings.go(work, row.agency(), dispatch, row.dispatch(), ruling);
        yield row.decided(SentRequest.State.QUEUED, permit, clock);
      }
      case Decision.Escalate still -> row.decided(row.state(), still, clock);
      case Decision.Refuse refuse -> row.decided(SentRequest.State.REFUSED_HERE, refuse, clock);
    };
  }

  @Override
  public SentRequest decline(Officer authority, DispatchId request, String reason)
      throws ExchangeException {
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    SentRow row = waiting(work, authority, request);
    return judged(work, authority, row.in(SentRequest.State.DECLINED), reason);
  }

  @Override
  public SentRequest clarify(Officer by, DispatchId request, String text) throws ExchangeException {
    Roles.require(by, DispatchKind.CLARIFICATION, Role.ANALYST);
    Stated.require(text, "answer what was asked back");
    Work work = journal.begin();
    SentRow row = own(work, by, request);
    require(row.state() == SentRequest.State.CLARIFY);
    SentRow after = saying.clarify(work, by, row, text);
    journal.commit(work);
    return after.sent();
  }

  @Override
  public SentRequest withdraw(Officer by, DispatchId request, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.REQUEST_WITHDRAWAL, Role.ANALYST);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    SentRow row = own(work, by, request);
    boolean waits = row.state() == SentRequest.State.AWAITING_AUTHORITY;
    require(waits || row.state().owed());
    if (!waits) {
      saying.withdraw(work, by, row);
    }
    return judged(work, by, row.in(SentRequest.State.WITHDRAWN), reason);
  }

  @Override
  public SentRequest close(Officer by, DispatchId request, String reason) throws ExchangeException {
    Roles.require(by, DispatchKind.REQUEST, Role.ANALYST);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    SentRow row = own(work, by, request);
    require(
        switch (row.state()) {
          case ANSWERED, REFUSED, REFUSED_THERE -> true;
          case REFUSED_HERE,
              AWAITING_AUTHORITY,
              DECLINED,
              QUEUED,
              DELIVERED,
              ACCEPTED,
              CLARIFY,
              JUDICIAL,
              REDIRECTED,
              PARTIAL,
              WITHDRAWN,
              CLOSED ->
              false;
        });
    return judged(work, by, row.in(SentRequest.State.CLOSED), reason);
  }

  private SentRequest judged(Work work, Officer by, SentRow after, String reason)
      throws ExchangeException {
    work.enter(
        Draft.kept(
            EntryType.JUDGEMENT,
            Stored.of(new Judged(by.id(), after.state(), reason)),
            List.of(after.id()),
            List.of(after.sent().partner())));
    RequestRows.put(work, after);
    journal.commit(work);
    return after.sent();
  }

  @Override
  public List<String> read(Officer by, DispatchId request, DispatchId said)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.REPLY, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    SentRow row = own(work, by, request);
    if (row.sent().said().stream().noneMatch(one -> one.words() && one.id().equals(said))) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "no words are here to be read");
    }
    List<String> words = saying.read(work, by, role, row, said);
    journal.commit(work);
    return words;
  }

  @Override
  public List<SentRequest> requests(Officer by) {
    return RequestRows.allSent(journal.begin()).stream()
        .filter(row -> visible(by, row))
        .map(SentRow::sent)
        .sorted(Comparator.comparing(SentRequest::id).reversed())
        .toList();
  }

  @Override
  public SentRequest request(Officer by, DispatchId id) throws ExchangeException {
    return RequestRows.sent(journal.begin(), id)
        .filter(row -> visible(by, row))
        .map(SentRow::sent)
        .orElseThrow(RequestDesk::notFound);
  }

  @Override
  public List<Alike> alike(Officer by, DispatchId request) throws ExchangeException {
    Work work = journal.begin();
    SentRequest sent = own(work, by, request).sent();
    var about =
        new Alikes.About(sent.form().type(), sent.form().ask().subject(), List.of(sent.enquiry()));
    return alikes.find(work, about, Optional.of(sent.id()), ofAgency(by));
  }

  @Override
  public List<Alike> note(Officer by, Alike.Channel channel, RequestType type, Entity subject)
      throws ExchangeException {
    Roles.require(by, DispatchKind.REQUEST, Role.ANALYST, Role.DUTY_OFFICER);
    if (!channel.isOther() || subject.statements().isEmpty()) {
      throw invalid("name another channel, and the subject");
    }
    Work work = journal.begin();
    var about = new Alikes.About(type, subject, List.of());
    boolean desk = Roles.any(by, DispatchKind.REPLY, Role.DUTY_OFFICER);
    Predicate<Alikes.Row> mayKnow =
        desk ? ofAgency(by).or(row -> row.agency().isEmpty()) : ofAgency(by);
    List<Alike> found = alikes.find(work, about, Optional.empty(), mayKnow);
    DispatchId name = parts.letters().freshId(work);
    var row =
        new Alikes.Row(
            channel, type, work.now(), List.of(), List.of(), List.of(by.agency().id()), List.of());
    alikes.keep(work, about, row, name);
    work.enter(
        Draft.kept(
            EntryType.JUDGEMENT,
            Stored.of(new Noted(by.id(), channel, type)),
            List.of(name),
            List.of()));
    journal.commit(work);
    return found;
  }

  /// What one agency asks is no other agency's to know.
  private static Predicate<Alikes.Row> ofAgency(Officer by) {
    return row -> row.agency().contains(by.agency().id());
  }

  private boolean visible(Officer by, SentRow row) {
    boolean ofAgency =
        by.agency().id().equals(row.agency())
            && Roles.any(by, DispatchKind.REQUEST, Role.ANALYST, Role.DUTY_OFFICER);
    boolean toAuthorise = row.state() == SentRequest.State.AWAITING_AUTHORITY && named(by, row);
    return ofAgency || toAuthorise || Roles.any(by, DispatchKind.REQUEST, Role.RIGHTS_OFFICER);
  }

  private static SentRow own(Work work, Officer by, DispatchId id) throws ExchangeException {
    return RequestRows.sent(work, id)
        .filter(row -> by.agency().id().equals(row.agency()))
        .orElseThrow(RequestDesk::notFound);
  }

  /// True if the request waits for an authority that this officer is.
  private boolean named(Officer by, SentRow row) {
    return row.sent().decision() instanceof Decision.Escalate escalate
        && row.sent().instrument().stream()
            .map(ref -> parts.decider().authorises(by, ref, DispatchKind.REQUEST))
            .anyMatch(roles -> !Collections.disjoint(roles, escalate.authorities()));
  }

  private SentRow waiting(Work work, Officer authority, DispatchId id) throws ExchangeException {
    Roles.require(authority, DispatchKind.REQUEST, Role.AUTHORITY);
    SentRow row = RequestRows.sent(work, id).orElseThrow(RequestDesk::notFound);
    require(row.state() == SentRequest.State.AWAITING_AUTHORITY);
    if (!named(authority, row)) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the instrument names another authority");
    }
    return row;
  }

  private static void require(boolean state) throws ExchangeException {
    if (!state) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the request is not in the state this needs");
    }
  }

  private static ExchangeException invalid(String rule) {
    return new ExchangeException(ExchangeException.Code.INVALID_FORM, rule);
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such request");
  }

  private record Judged(OfficerId by, SentRequest.State state, String reason) {}

  private record Noted(OfficerId by, Alike.Channel channel, RequestType type) {}
}
