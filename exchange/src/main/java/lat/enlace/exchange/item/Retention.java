// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DataCategory;
import lat.enlace.model.ItemId;

/// Erases what partners disclosed once the instrument's retention is over (docs/spec/handling.md,
/// "Retention"). The ledger keeps commitments, which say nothing any more, and gains an entry of
/// the erasure.
public final class Retention {
  private static final String PREFIX = "erase";

  /// Items looked at in one go.
  private static final int MOST = 64;

  private Retention() {}

  /// The day each category is erased on, by the shortest term that names it.
  static List<Expiry> expiries(List<Obligation.Keep> terms, LocalDate received) {
    Map<DataCategory, Expiry> first = new EnumMap<>(DataCategory.class);
    for (Obligation.Keep term : terms) {
      for (DataCategory data : term.data()) {
        first.merge(
            data,
            new Expiry(
                data,
                received.plusDays(term.days()),
                term.clause(),
                term.renewable() ? term.days() : 0),
            (one, other) -> other.day().isBefore(one.day()) ? other : one);
      }
    }
    return List.copyOf(first.values());
  }

  /// Makes sure that {@link #tick} comes to {@code row} on each day on which something of it ends.
  static void await(Work work, ItemRow row) {
    for (Expiry expiry : row.expiries()) {
      String key = ItemRow.key(row.originator(), row.item());
      work.put(Store.Space.META, Keys.of(PREFIX, expiry.day().toEpochDay(), key), Bytes.EMPTY);
    }
  }

  /// Erases what is due. What was erased stays so, whatever the clock shows afterwards.
  ///
  /// @return whether more may be due
  public static boolean tick(Work work) {
    LocalDate today = today(work);
    List<Store.Row> first = work.scan(Store.Space.META, PREFIX + " ", "", MOST);
    for (Store.Row due : first) {
      String day = Keys.part(due.key(), 1);
      if (Keys.number(day) > today.toEpochDay()) {
        return false;
      }
      String item = due.key().substring(Keys.of(PREFIX, day, "").length());
      work.get(Store.Space.ITEM, item, ItemRow.class).ifPresent(row -> erase(work, row, today));
      work.delete(Store.Space.META, due.key());
    }
    return first.size() == MOST;
  }

  /// Items of which something ends within {@code days} from {@code today}, each once.
  static List<ItemRow> near(Work work, LocalDate today, int days) {
    Set<String> keys = new LinkedHashSet<>();
    long last = today.plusDays(days).toEpochDay();
    String after = "";
    boolean more = true;
    while (more) {
      List<Store.Row> page = work.scan(Store.Space.META, PREFIX + " ", after, MOST);
      more = page.size() == MOST;
      for (Store.Row due : page) {
        String day = Keys.part(due.key(), 1);
        after = due.key();
        if (Keys.number(day) > last) {
          more = false;
          break;
        }
        keys.add(due.key().substring(Keys.of(PREFIX, day, "").length()));
      }
    }
    return keys.stream()
        .flatMap(key -> work.get(Store.Space.ITEM, key, ItemRow.class).stream())
        .toList();
  }

  /// The day by which terms are reckoned.
  static LocalDate today(Work work) {
    return LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
  }

  /// Destroys salt and content of everything that brought the item: paths and receipts still prove
  /// that something was there.
  static void eraseBytes(Work work, ItemRow row) {
    row.proofs().forEach(proof -> Items.eraseProof(work, proof));
  }

  private static void erase(Work work, ItemRow row, LocalDate today) {
    ItemRow left = row.on(today);
    if (left.equals(row)) {
      return;
    }
    if (left.bytesUntil().isEmpty()) {
      eraseBytes(work, row);
    }
    Attached.keep(work, left);
    List<Expiry> over = new ArrayList<>(row.expiries());
    over.removeIf(expiry -> !expiry.reached(today));
    work.enter(
        Draft.kept(
            EntryType.ERASURE,
            Stored.of(new Expired(row.item(), over, left.isGone())),
            List.of(row.question()),
            List.of(row.originator())));
  }

  private record Expired(ItemId item, List<Expiry> over, boolean whole) {}
}
