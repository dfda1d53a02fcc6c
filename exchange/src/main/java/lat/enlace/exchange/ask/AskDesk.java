// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Reviewing;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;

/// The asking officer's side, as a table of contents: each step has its own class.
public final class AskDesk implements Asking {
  private final AskParts parts;
  private final Journal journal;
  private final Forms forms;
  private final Posting posting;
  private final Authorising authorising;
  private final FollowingUp followingUp;
  private final Reviewing reviewing;

  /// With its parts.
  public AskDesk(AskParts parts) {
    this.parts = parts;
    this.journal = parts.journal();
    this.forms = new Forms(parts);
    Departing departing = new Departing(parts);
    this.posting = new Posting(parts, departing);
    this.authorising = new Authorising(parts, forms, departing);
    this.followingUp = new FollowingUp(parts);
    this.reviewing = new Reviewing(parts.journal(), parts.items(), parts.accords());
  }

  @Override
  public List<Ruling> preview(Officer by, AskForm form) throws ExchangeException {
    Roles.require(by, Role.ANALYST);
    Forms.check(form);
    Work work = journal.begin();
    List<Ruling> rulings = new ArrayList<>();
    for (NodeId partner : form.partners().stream().sorted().toList()) {
      Matter matter = forms.matter(work, by, form, partner);
      rulings.add(new Ruling(partner, parts.decider().rule(work, matter).open()));
    }
    return rulings;
  }

  @Override
  public List<AskedQuestion> ask(Officer by, AskForm form) throws ExchangeException {
    Roles.require(by, Role.ANALYST);
    Forms.check(form);
    Work work = journal.begin();
    List<AskedQuestion> asked = new ArrayList<>();
    for (NodeId partner : form.partners().stream().sorted().toList()) {
      Matter matter = forms.matter(work, by, form, partner);
      Verdict ruling = parts.decider().rule(work, matter);
      asked.add(posting.first(work, new Posting.Asker(by, form), matter, ruling));
    }
    journal.commit(work);
    return asked;
  }

  @Override
  public Bytes textToAuthorise(Officer authority, DispatchId question) throws ExchangeException {
    return waiting(journal.begin(), authority, question).dispatch();
  }

  @Override
  public AskedQuestion authorise(Officer authority, DispatchId question, Bytes signature)
      throws ExchangeException {
    Work work = journal.begin();
    AskedQuestion after =
        authorising.authorise(work, authority, waiting(work, authority, question), signature);
    journal.commit(work);
    return after;
  }

  @Override
  public AskedQuestion decline(Officer authority, DispatchId question, String reason)
      throws ExchangeException {
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    AskedQuestion after =
        authorising.decline(work, authority, waiting(work, authority, question), reason);
    journal.commit(work);
    return after;
  }

  @Override
  public AskedQuestion followUp(
      Officer by, DispatchId question, CandidateProfile.Handle candidate, String justification)
      throws ExchangeException {
    Roles.require(by, DispatchKind.FOLLOW_UP, Role.ANALYST);
    Work work = journal.begin();
    AskedRow row = requireState(own(work, by, question), AskedQuestion.State.HIT);
    AskedQuestion after = followingUp.followUp(work, by, row, candidate, justification);
    journal.commit(work);
    return after;
  }

  @Override
  public AskedQuestion dismiss(Officer by, DispatchId question, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.FOLLOW_UP, Role.ANALYST);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    AskedRow row = requireState(own(work, by, question), AskedQuestion.State.HIT);
    AskedQuestion after = followingUp.dismiss(work, by, row, reason);
    journal.commit(work);
    return after;
  }

  @Override
  public ReadItem read(Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException {
    return parts.items().read(by, item, caseReference, reason);
  }

  @Override
  public List<DueItem> due(Officer by) {
    return reviewing.due(by);
  }

  @Override
  public List<Expiry> renew(Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException {
    return reviewing.renew(by, item, caseReference, reason);
  }

  @Override
  public HitBody.Refusal readRefusal(Officer by, DispatchId question) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.REFUSAL, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    AskedRow row = own(work, by, question);
    DispatchId explained =
        row.asked().refusal().stream()
            .flatMap(withheld -> withheld.explained().stream())
            .findFirst()
            .orElseThrow(AskDesk::nothingExplained);
    Bytes content =
        Rows.received(work, explained)
            .map(Rows.Proof::content)
            .filter(bytes -> !bytes.isEmpty())
            .orElseThrow(AskDesk::nothingExplained);
    CaseReference caseReference = new CaseReference(row.asked().form().caseReference());
    parts
        .readings()
        .report(
            work,
            new Readings.Reader(by, role, caseReference, ReadingStep.REFUSAL),
            Readings.Source.dispatch(row.asked().partner(), explained));
    journal.commit(work);
    return (HitBody.Refusal) Written.read(content).body();
  }

  @Override
  public List<AskedQuestion> asked(Officer by) {
    return Asked.newestFirst(journal.begin()).stream()
        .filter(row -> visible(by, row))
        .map(AskedRow::asked)
        .toList();
  }

  @Override
  public AskedQuestion question(Officer by, DispatchId id) throws ExchangeException {
    return Asked.find(journal.begin(), id)
        .filter(row -> visible(by, row))
        .map(AskedRow::asked)
        .orElseThrow(AskDesk::notFound);
  }

  private boolean visible(Officer by, AskedRow row) {
    boolean ofAgency =
        by.agency().id().equals(row.agency()) && Roles.any(by, Role.ANALYST, Role.DUTY_OFFICER);
    boolean toAuthorise = row.state() == AskedQuestion.State.AWAITING_AUTHORITY && named(by, row);
    return ofAgency || toAuthorise || Roles.any(by, DispatchKind.QUESTION, Role.RIGHTS_OFFICER);
  }

  private static AskedRow own(Work work, Officer by, DispatchId id) throws ExchangeException {
    return Asked.find(work, id)
        .filter(row -> by.agency().id().equals(row.agency()))
        .orElseThrow(AskDesk::notFound);
  }

  /// True if the question waits for an authority that this officer is.
  private boolean named(Officer by, AskedRow row) {
    return row.asked().decision() instanceof Decision.Escalate escalate
        && row.asked().instrument().stream()
            .map(ref -> parts.decider().authorises(by, ref))
            .anyMatch(roles -> !Collections.disjoint(roles, escalate.authorities()));
  }

  /// A question that waits for this authority, and no other's.
  private AskedRow waiting(Work work, Officer authority, DispatchId id) throws ExchangeException {
    Roles.require(authority, DispatchKind.QUESTION, Role.AUTHORITY);
    AskedRow row = Asked.find(work, id).orElseThrow(AskDesk::notFound);
    requireState(row, AskedQuestion.State.AWAITING_AUTHORITY);
    if (!named(authority, row)) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the instrument names another authority");
    }
    return row;
  }

  private static AskedRow requireState(AskedRow row, AskedQuestion.State state)
      throws ExchangeException {
    if (row.state() != state) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the question is not in the state this needs");
    }
    return row;
  }

  private static ExchangeException nothingExplained() {
    return new ExchangeException(
        ExchangeException.Code.WRONG_STATE, "no explanation is here to be read");
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such question");
  }
}
