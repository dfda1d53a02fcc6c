// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.decide.Skeleton;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.EntityId;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;

/// What a partner may ask before a person decides (docs/spec/exchange.md, "Budgets").
///
/// Agency and case are what the partner says they are, so two budgets count by them and four do
/// not. Four are counted before anything is matched and say nothing of what is held; one counts
/// what was told already, and one whom the questions could have meant, whatever date they tried.
/// That a question waits for a person on that account tells that its name may be known here
/// (docs/threat-model.md, "Leaks we accept").
final class Quotas {
  /// Questions about much the same name, for one case, by one agency.
  static final int VARIATIONS = 5;

  /// Questions about much the same name by one state in a period, whatever agency and case.
  static final int VARIATIONS_OF_STATE = 12;

  /// Questions of one state in a period that would have hit one entity, had their date been right.
  static final int MEANT = 12;

  /// How often one entity is told to one state in a period.
  static final int TOLD = 6;

  /// A state asks in a day at most so many times what one of its agencies may.
  static final int AGENCIES = 4;

  private static final int PERIOD_DAYS = 30;

  /// A count not used for so long is forgotten, that of a case too.
  static final int FORGOTTEN_DAYS = 365;

  /// Counts looked at in one go.
  private static final int MOST = 256;

  private final Accords accords;
  private final Pseudonyms pseudonyms;

  Quotas(Accords accords, Pseudonyms pseudonyms) {
    this.accords = accords;
    this.pseudonyms = pseudonyms;
  }

  /// Counts a question.
  ///
  /// @return false once a budget is used up
  boolean use(Work work, NodeId from, Dispatch question, HitBody.Question body) {
    if (!(question.header().basis() instanceof Basis.UnderInstrument basis)) {
      return false;
    }
    String agency = question.header().sender().agency().id().value();
    LocalDate day = day(work);
    long today = count(work, Keys.of("day", day, from, agency));
    long ofState = count(work, Keys.of("state", day, from));
    long perDay = perDay(basis);
    boolean left = today <= perDay && ofState <= perDay * AGENCIES;
    String caseOf = Keys.of("subject", from, agency, basis.caseReference());
    String stateOf = Keys.of("name", period(day), from);
    Set<String> skeletons = Skeleton.all(body.subject());
    for (String skeleton : skeletons) {
      left &= count(work, keyed(caseOf, skeleton)) <= VARIATIONS;
      left &= count(work, keyed(stateOf, skeleton)) <= VARIATIONS_OF_STATE;
    }
    if (skeletons.isEmpty()) {
      left &= count(work, keyed(caseOf, body.subject().schema().code())) <= VARIATIONS;
    }
    return left;
  }

  /// Counts whom a question could mean; as much is counted whoever is held (invariant I13).
  ///
  /// @param meant at most {@link Shelves#MEANT}
  /// @return false once one of them was meant too often
  boolean meet(Work work, NodeId from, List<EntityId> meant) {
    long period = period(day(work));
    boolean left = true;
    for (int i = 0; i < Shelves.MEANT; i++) {
      boolean somebody = i < meant.size();
      String who = somebody ? "of-" + meant.get(i) : "nobody-" + i;
      long times = count(work, keyed(Keys.of("meant", period, from), who));
      left &= !somebody || times <= MEANT;
    }
    return left;
  }

  /// True while every one of {@code entities} may still be told to {@code from}.
  boolean mayTell(Work work, NodeId from, List<Profiles.Handled> entities) {
    return entities.stream().allMatch(one -> value(work, toldKey(work, from, one.entity())) < TOLD);
  }

  /// Counts what is told.
  void tell(Work work, NodeId from, List<Profiles.Handled> entities) {
    entities.forEach(one -> count(work, toldKey(work, from, one.entity())));
  }

  private String toldKey(Work work, NodeId from, EntityId entity) {
    return keyed(Keys.of("told", period(day(work)), from), entity.value());
  }

  private String keyed(String scope, String subject) {
    return Keys.of("keyed", pseudonyms.keyed(Keys.of(scope, subject)));
  }

  private static LocalDate day(Work work) {
    return LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
  }

  private static long period(LocalDate day) {
    return Math.floorDiv(day.toEpochDay(), PERIOD_DAYS);
  }

  /// Forgets counts that nothing was added to for long: those of the page behind {@code after}.
  ///
  /// @return where the next page begins; empty after the last
  static String forget(Work work, String after) {
    List<Store.Row> page = work.scan(Store.Space.QUOTA, "", after, MOST);
    LocalDate oldest = day(work).minusDays(FORGOTTEN_DAYS);
    for (Store.Row row : page) {
      if (Stored.read(row.value(), Count.class).last().isBefore(oldest)) {
        work.delete(Store.Space.QUOTA, row.key());
      }
    }
    return page.size() < MOST ? "" : page.getLast().key();
  }

  private static long value(Work work, String key) {
    return work.get(Store.Space.QUOTA, key, Count.class).map(Count::times).orElse(0L);
  }

  private static long count(Work work, String key) {
    Count now = new Count(value(work, key) + 1, day(work));
    work.put(Store.Space.QUOTA, key, now);
    return now.times();
  }

  private record Count(long times, LocalDate last) {}

  /// The strictest of the rules under which the instrument takes questions.
  private long perDay(Basis.UnderInstrument basis) {
    return accords
        .named(basis.instrument())
        .map(signed ->
            signed.instrument().terms().exchanges().stream()
                .filter(rule -> rule.kinds().contains(DispatchKind.QUESTION))
                .mapToLong(ExchangeRule::quotaPerDay)
                .min()
                .orElse(0))
        .orElse(0L);
  }
}
