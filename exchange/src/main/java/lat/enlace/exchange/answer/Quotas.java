// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;

/// Two budgets: questions of an agency a day, as the instrument says, and variations of one
/// question, told by case, agency and the consonants of the names asked about. Beyond either a
/// person decides. Counted before anything is matched, so that they say nothing of what is held.
final class Quotas {
  /// Questions about much the same subject, for one case, by one agency.
  static final int VARIATIONS = 5;

  private static final int KEY_CHARACTERS = 24;

  private final Accords accords;
  private final Pseudonyms pseudonyms;

  Quotas(Accords accords, Pseudonyms pseudonyms) {
    this.accords = accords;
    this.pseudonyms = pseudonyms;
  }

  /// Counts a question.
  ///
  /// @return false once a budget is used up
  boolean use(Work work, NodeId from, Dispatch question, Body.Question body) {
    if (!(question.header().basis() instanceof Basis.UnderInstrument basis)) {
      return false;
    }
    String agency = question.header().sender().agency().id().value();
    LocalDate day = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
    long today = count(work, Keys.of("day", day, from, agency));
    String subject =
        pseudonyms.keyed(
            Keys.of("subject", from, agency, basis.caseReference(), skeleton(body.subject())));
    long variations = count(work, Keys.of("subject", subject));
    long perDay = accords.named(basis.instrument()).map(Quotas::perDay).orElse(0L);
    return today <= perDay && variations <= VARIATIONS;
  }

  private static long count(Work work, String key) {
    long now = work.get(Store.Space.QUOTA, key, Long.class).orElse(0L) + 1;
    work.put(Store.Space.QUOTA, key, Stored.of(now));
    return now;
  }

  private static long perDay(SignedInstrument signed) {
    return signed.instrument().terms().exchanges().stream()
        .filter(rule -> rule.kinds().contains(DispatchKind.QUESTION))
        .mapToLong(ExchangeRule::quotaPerDay)
        .min()
        .orElse(0);
  }

  /// What much the same names have in common: the consonants of all parts, sorted. Without a name,
  /// the kind of thing asked about.
  static String skeleton(Entity subject) {
    String names =
        subject.statements().stream()
            .filter(one -> one.property().equals(Property.NAME))
            .map(Statement::value)
            .findFirst()
            .orElse(subject.schema().code());
    String folded =
        Normalizer.normalize(names, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z ]", "")
            .replaceAll("[aeiouhwy]", "")
            .replaceAll("(.)\\1+", "$1")
            .replace('v', 'b')
            .replace('z', 's')
            .replace('c', 's')
            .replace('k', 's')
            .replace('q', 's');
    String sorted =
        Arrays.stream(folded.trim().split(" +")).sorted().collect(Collectors.joining("."));
    return sorted.substring(0, Math.min(KEY_CHARACTERS, sorted.length()));
  }
}
