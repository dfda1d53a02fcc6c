// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Attached;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.item.Unsent;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.EntityId;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.FirearmTrace;

/// What leaves the state asked: steps, and replies in the categories asked for, under at least the
/// agreement's handling, on an officer's word (invariants I8, I9).
///
/// Where only the rights officer may know that nothing may be told, the asker is told that nothing
/// is held, in the bytes of any such refusal, and the officer's reply is entered and stays here: to
/// him both look the same (invariant I13).
final class Giving {
  private static final int ITEM_BYTES = 12;

  private final AskParts parts;
  private final Replies replies;

  Giving(AskParts parts, Replies replies) {
    this.parts = parts;
    this.replies = replies;
  }

  Letters.Letter step(Work work, Officer by, ReceivedRow row, RequestBody.Progress body)
      throws ExchangeException {
    Dispatch request = Replies.dispatch(work, row);
    Letters.Letter letter =
        parts.letters().write(work, cover(by, row, request, Handling.LEAST), body);
    Matter matter = matter(work, row, request, letter, List.of());
    requirePermit(matter, enter(work, request, matter));
    leave(work, row, letter, List.of());
    return letter;
  }

  ReceivedRow reply(Work work, Officer by, ReceivedRow row, Replying.ReplyForm form)
      throws ExchangeException {
    Dispatch request = Replies.dispatch(work, row);
    RequestBody.Request asked = (RequestBody.Request) request.body();
    ItemId item = freshItem();
    List<Entity> given = new ArrayList<>();
    for (Entity one : form.given()) {
      // The id in a register's file is often a number of the person, and nobody asked for it.
      given.add(new Entity(new EntityId(item.value()), one.schema(), one.statements()));
    }
    requireAsked(asked, given);
    RequestBody.Reply body = body(row, form, given, item);
    Letters.Letter draft =
        parts.letters().write(work, cover(by, row, request, form.handling()), body);
    Matter matter = matter(work, row, request, draft, given);
    Verdict ruling = parts.decider().rule(work, matter, Replies.ref(request.header()));
    if (!given.isEmpty()) {
      requirePermit(matter, ruling);
    }
    parts.decider().enter(work, matter, ruling);
    Handling handling =
        given.isEmpty()
            ? Handling.LEAST
            : Obligations.handling(ruling.open()).union(form.handling());
    Letters.Letter letter = Letters.under(draft, handling);
    boolean hush = ruling.concealed();
    String opening = leave(work, row, letter, hush ? List.of(notHeld(row)) : List.of());
    if (!given.isEmpty()) {
      gave(work, row, request, letter, opening);
      if (hush || row.silent()) {
        Unsent.keep(work, item);
      }
    }
    return row.with(row.held().state(), row.held().clock().resumed(Replies.now(work)))
        .replied(letter.id(), form.last(), !given.isEmpty(), hush);
  }

  private static RequestBody.Reply body(
      ReceivedRow row, Replying.ReplyForm form, List<Entity> given, ItemId item)
      throws ExchangeException {
    try {
      return new RequestBody.Reply(
          row.id(),
          form.last(),
          given.stream().map(one -> new RequestBody.Reply.Given(item, one)).toList(),
          form.refused());
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM,
          "a reply gives something, or is the last and refuses something",
          e);
    }
  }

  /// Nothing beyond what was asked for, and of a firearm where its chain ends.
  private static void requireAsked(RequestBody.Request asked, List<Entity> given)
      throws ExchangeException {
    for (Entity one : given) {
      Entity opened = Categories.opened(one, asked.wanted());
      if (one.statements().isEmpty() || !opened.statements().equals(one.statements())) {
        throw new ExchangeException(
            ExchangeException.Code.INVALID_FORM, "give only the categories that were asked for");
      }
      if (asked.type() == RequestType.FIREARM_TRACE && !FirearmTrace.endsOnce(one)) {
        throw new ExchangeException(
            ExchangeException.Code.INVALID_FORM, "a firearm trace says once where it ends");
      }
    }
  }

  private static RequestBody.Reply notHeld(ReceivedRow row) {
    var nothing = new RequestBody.Reply.Refused(RefusalCode.R1, Set.of(), "");
    return new RequestBody.Reply(row.id(), true, List.of(), List.of(nothing));
  }

  private static Letters.Cover cover(
      Officer by, ReceivedRow row, Dispatch request, Handling handling) {
    return new Letters.Cover(
        by,
        Role.DUTY_OFFICER,
        row.held().from(),
        request.header().basis(),
        handling,
        request.header().urgency());
  }

  private Matter matter(
      Work work, ReceivedRow row, Dispatch request, Letters.Letter letter, List<Entity> more) {
    var header = letter.dispatch().header();
    return replies
        .matter(work, request, header.kind(), header, more)
        .approvedBy(Set.copyOf(row.approvals()));
  }

  private Verdict enter(Work work, Dispatch request, Matter matter) {
    Verdict ruling = parts.decider().rule(work, matter, Replies.ref(request.header()));
    parts.decider().enter(work, matter, ruling);
    return ruling;
  }

  private void requirePermit(Matter matter, Verdict ruling) throws ExchangeException {
    if (!(ruling.open() instanceof Decision.Permit)) {
      parts.journal().commit(parts.decider().only(parts.journal().begin(), matter, ruling));
      throw new ExchangeException(
          ExchangeException.Code.REFUSED,
          ruling.open() instanceof Decision.Escalate
              ? "an authority must let the request through first"
              : "this node's decision refuses it");
    }
  }

  /// Sends it, or what goes in its place, or nothing where the asker was told already that nothing
  /// is held.
  private String leave(
      Work work, ReceivedRow row, Letters.Letter letter, List<RequestBody.Reply> instead)
      throws ExchangeException {
    if (!row.silent() && instead.isEmpty()) {
      String opening = parts.letters().send(work, letter);
      work.leaveRoom();
      return opening;
    }
    String opening =
        work.enter(
            Draft.kept(
                EntryType.DISPATCH,
                letter.bytes(),
                List.of(letter.id()),
                List.of(row.held().from())));
    if (row.silent()) {
      work.leaveRoom();
    } else {
      Letters.Letter least = Letters.under(letter, Handling.LEAST);
      work.enterLast(Draft.decoy(Letters.insteadOf(least, instead.getFirst()), row.held().from()));
    }
    return opening;
  }

  private static void gave(
      Work work, ReceivedRow row, Dispatch request, Letters.Letter letter, String opening)
      throws ExchangeException {
    RequestBody.Reply.Given given =
        ((RequestBody.Reply) letter.dispatch().body()).given().getFirst();
    Attached.give(work, letter, given.item(), given.entity());
    work.put(
        Store.Space.GIVEN,
        given.item().value(),
        new GivenRow(
            given.item(),
            row.held().from(),
            given.entity().id(),
            given.entity().schema(),
            request.header().basis().forCase().orElseThrow(),
            letter.id(),
            opening,
            work.now()));
  }

  private ItemId freshItem() {
    String state = parts.own().state().value().toLowerCase(Locale.ROOT);
    return new ItemId(state + "-" + parts.randomness().next(ITEM_BYTES).hex());
  }
}
