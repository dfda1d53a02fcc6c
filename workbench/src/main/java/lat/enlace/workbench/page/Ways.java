// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.model.Role;

/// Where an officer can go, by his roles; the core refuses him elsewhere all the same.
enum Ways {
  TODAY("today", "/"),
  ASK("ask", "/ask"),
  QUESTIONS("questions", "/questions"),
  REQUESTS("requests", "/requests"),
  AUTHORISE("authorise", "/authorise"),
  HELD("held", "/held"),
  WARNINGS("warnings", "/warnings"),
  DESK("desk", "/desk"),
  SPONTANEOUS("spontaneous", "/spontaneous"),
  ALERTS("alerts", "/alerts"),
  SOUGHT("sought", "/sought"),
  WHEREABOUTS("whereabouts", "/whereabouts"),
  REVIEW("review", "/review"),
  CONSENTS("consents", "/consents"),
  RECALLS("recalls", "/recalls"),
  READINGS("readings", "/readings"),
  HOLDINGS("holdings", "/holdings"),
  DECISIONS("decisions", "/decisions"),
  RECORD("record", "/record"),
  AGREEMENTS("agreements", "/agreements"),
  NEIGHBOURS("neighbours", "/neighbours"),
  LEDGER("ledger", "/ledger"),
  VERIFY("verify", "/verify"),
  ACCOUNTS("accounts", "/accounts"),
  KEYS("keys", "/keys");

  private final String key;
  private final String path;

  Ways(String key, String path) {
    this.key = key;
    this.path = path;
  }

  private Set<Role> roles() {
    return switch (this) {
      case TODAY, AGREEMENTS, NEIGHBOURS, LEDGER, VERIFY -> EnumSet.allOf(Role.class);
      case ASK, QUESTIONS -> EnumSet.of(Role.ANALYST);
      case AUTHORISE -> EnumSet.of(Role.AUTHORITY);
      case WARNINGS ->
          EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.AUTHORITY, Role.RIGHTS_OFFICER);
      case REQUESTS -> EnumSet.of(Role.ANALYST, Role.AUTHORITY);
      case SPONTANEOUS, REVIEW -> EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER);
      case ALERTS ->
          EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.AUTHORITY, Role.RIGHTS_OFFICER);
      case SOUGHT -> EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
      case HELD, DESK -> EnumSet.of(Role.DUTY_OFFICER, Role.AUTHORITY);
      case WHEREABOUTS -> EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
      case CONSENTS ->
          EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.AUTHORITY, Role.RIGHTS_OFFICER);
      case RECALLS -> EnumSet.of(Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
      case READINGS ->
          EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER, Role.AUDITOR);
      case HOLDINGS -> EnumSet.of(Role.ANALYST, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
      case ACCOUNTS -> EnumSet.of(Role.OPERATOR);
      case KEYS -> EnumSet.of(Role.RIGHTS_OFFICER);
      case RECORD -> EnumSet.of(Role.DUTY_OFFICER, Role.RIGHTS_OFFICER, Role.AUDITOR);
      case DECISIONS -> EnumSet.of(Role.RIGHTS_OFFICER, Role.AUDITOR);
    };
  }

  /// The ways of {@code officer}, with what waits for him.
  static List<Frame.Way> of(Officer officer, Map<Ways, Long> waiting, String here) {
    List<Frame.Way> ways = new ArrayList<>();
    for (Ways way : values()) {
      if (way.roles().stream().anyMatch(officer::has)) {
        ways.add(
            new Frame.Way(
                way.key,
                way.path,
                waiting.getOrDefault(way, 0L),
                way.leadsTo(here),
                way == AGREEMENTS));
      }
    }
    return ways;
  }

  /// What waits for {@code officer}.
  static Map<Ways, Long> waiting(Exchange exchange, Officer officer) {
    Map<Ways, Long> waiting = new EnumMap<>(requested(exchange, officer));
    waiting.put(
        ALERTS,
        exchange.alerting().alerts(officer).stream().filter(one -> waits(one, officer)).count());
    waiting.put(
        SOUGHT,
        exchange.heeding().held(officer).stream()
            .filter(one -> one.state() == Heeding.HeldAlert.State.RECEIVED)
            .count());
    waiting.put(
        CONSENTS,
        exchange.consenting().consents(officer).stream()
            .filter(one -> !one.sent() && one.state().isOpen())
            .count());
    return waiting;
  }

  private static Map<Ways, Long> requested(Exchange exchange, Officer officer) {
    List<AskedQuestion> asked = exchange.asking().asked(officer);
    return Map.of(
        QUESTIONS,
        asked.stream().filter(question -> question.state() == AskedQuestion.State.HIT).count(),
        AUTHORISE,
        asked.stream()
            .filter(question -> question.state() == AskedQuestion.State.AWAITING_AUTHORITY)
            .count(),
        HELD,
        held(exchange.holding(), officer),
        WARNINGS,
        exchange.warnings().warnings(officer).stream()
            .filter(warning -> waits(warning, officer))
            .count(),
        REQUESTS,
        exchange.requesting().requests(officer).stream()
            .map(Requesting.SentRequest::state)
            .filter(state ->
                state == Requesting.SentRequest.State.CLARIFY
                    || state == Requesting.SentRequest.State.AWAITING_AUTHORITY)
            .count(),
        REVIEW,
        (long) exchange.asking().due(officer).size(),
        DESK,
        exchange.replying().desk(officer).stream().filter(held -> held.state().owed()).count(),
        SPONTANEOUS,
        exchange.informing().all(officer).stream()
            .filter(one -> one.state() == Informing.Information.State.RECEIVED)
            .count(),
        WHEREABOUTS,
        exchange.whereabouts().inquiries(officer).stream()
            .filter(inquiry -> !inquiry.sent())
            .filter(inquiry -> inquiry.state() == Whereabouts.Inquiry.State.WAITING)
            .count());
  }

  private static boolean waits(Alerting.Alert alert, Officer officer) {
    boolean toIssue =
        alert.state() == Alerting.Alert.State.DRAFT
            && (officer.has(Role.DUTY_OFFICER) || officer.has(Role.AUTHORITY));
    return toIssue || alert.reviewDue();
  }

  private static boolean waits(Warnings.Warning warning, Officer officer) {
    boolean toAct = warning.state() == Warnings.Warning.State.WAITING;
    boolean toReview = officer.has(Role.RIGHTS_OFFICER) && warning.ownReview().isEmpty();
    return toAct || toReview;
  }

  private static long held(Holding holding, Officer officer) {
    return holding.desk(officer).stream()
            .filter(held -> held.state() == Holding.HeldFollowUp.State.WAITING)
            .count()
        + holding.questions(officer).stream()
            .filter(held -> held.state() == Holding.HeldQuestion.State.WAITING)
            .count();
  }

  private boolean leadsTo(String here) {
    return this == TODAY
        ? here.equals(path)
        : here.equals(path) || here.startsWith(path + "/") || belongs(here);
  }

  /// True for pages that are reached from here and have a path of their own.
  private boolean belongs(String here) {
    return (this == QUESTIONS && here.startsWith("/items/"))
        || (this == AGREEMENTS && (here.equals("/adopt") || here.startsWith("/adopt/")));
  }
}
