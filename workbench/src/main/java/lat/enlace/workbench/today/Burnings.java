// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.today;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.model.Role;

/// Gathers what waits for one officer, or what he waits for too long.
final class Burnings {
  private static final Duration NEWS = Duration.ofDays(1);

  private final Exchange exchange;
  private final Officer officer;
  private final Instant now;

  Burnings(Exchange exchange, Officer officer, Instant now) {
    this.exchange = exchange;
    this.officer = officer;
    this.now = now;
  }

  List<Burning> gather() {
    return Stream.of(warnings(), followUps(), heldQuestions(), asked(), inquiries(), recalls())
        .flatMap(burning -> burning)
        .sorted(Burning.FIRST)
        .toList();
  }

  /// A warning that nobody has in hand burns first; its review is the rights officer's.
  private Stream<Burning> warnings() {
    return exchange.warnings().warnings(officer).stream()
        .flatMap(warning -> {
          boolean toAct = warning.state() == Warnings.Warning.State.WAITING;
          boolean toReview =
              officer.has(Role.RIGHTS_OFFICER) && warning.ownReview().isEmpty() && !toAct;
          return toAct || toReview ? Stream.of(burning(warning, toAct)) : Stream.empty();
        });
  }

  private static Burning burning(Warnings.Warning warning, boolean toAct) {
    return new Burning(
        new Burning.Span(warning.created(), toAct ? warning.due() : warning.reviewDue()),
        toAct ? "warning" : "warningReview",
        "",
        "",
        warning.partner(),
        "/warnings");
  }

  private Stream<Burning> followUps() {
    return exchange.holding().desk(officer).stream()
        .filter(held -> held.state() == Holding.HeldFollowUp.State.WAITING)
        .map(held ->
            new Burning(
                new Burning.Span(held.received(), held.due()),
                "compare",
                "",
                "",
                held.from(),
                "/held"));
  }

  private Stream<Burning> heldQuestions() {
    return exchange.holding().questions(officer).stream()
        .filter(held -> held.state() == Holding.HeldQuestion.State.WAITING)
        .map(held ->
            new Burning(
                new Burning.Span(held.received(), held.due()),
                "admit",
                "",
                "",
                held.from(),
                "/held"));
  }

  private Stream<Burning> asked() {
    return exchange.asking().asked(officer).stream()
        .flatMap(question -> what(question).map(what -> burning(question, what)));
  }

  private Stream<String> what(AskedQuestion question) {
    return switch (question.state()) {
      case HIT -> Stream.of("judge");
      case AWAITING_AUTHORITY -> Stream.of(officer.has(Role.AUTHORITY) ? "authorise" : "awaits");
      case DELIVERED, FOLLOWED_UP, QUEUED ->
          question.due().isAfter(question.created()) && question.due().isBefore(now)
              ? Stream.of("overdue")
              : Stream.empty();
      case DISCLOSED ->
          question.created().isAfter(now.minus(NEWS)) ? Stream.of("read") : Stream.empty();
      case REFUSED_HERE, DECLINED, NO_HIT, REFUSED_THERE, WITHHELD, NOT_THE_SUBJECT ->
          Stream.empty();
    };
  }

  private static Burning burning(AskedQuestion question, String what) {
    boolean owed = what.equals("overdue");
    return new Burning(
        new Burning.Span(question.created(), owed ? question.due() : question.created()),
        what,
        "Schema." + question.form().subject().schema().code(),
        question.form().caseReference(),
        question.partner(),
        (what.equals("authorise") ? "/authorise/" : "/questions/") + question.id());
  }

  private Stream<Burning> inquiries() {
    return exchange.whereabouts().inquiries(officer).stream()
        .filter(inquiry -> !inquiry.sent())
        .filter(inquiry -> inquiry.state() == Whereabouts.Inquiry.State.WAITING)
        .map(inquiry ->
            new Burning(
                new Burning.Span(inquiry.created(), inquiry.due()),
                "whereabouts",
                "",
                "",
                inquiry.partner(),
                "/whereabouts"));
  }

  private Stream<Burning> recalls() {
    return exchange.recalling().recalls(officer).stream()
        .filter(Recalling.RecallView::sent)
        .filter(recall -> recall.state() == Recalling.RecallView.State.CONTESTED)
        .map(recall ->
            new Burning(
                new Burning.Span(recall.at(), recall.at()),
                "contested",
                "",
                "",
                recall.partner(),
                "/recalls"));
  }
}
