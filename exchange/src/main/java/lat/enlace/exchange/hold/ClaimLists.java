// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.hold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Holdings.ClaimList;
import lat.enlace.exchange.Holdings.Found;
import lat.enlace.exchange.peer.Pseudonyms;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.model.entity.Entity;

/// Imported lists, in memory and in the store. Each list is whole and apart: ids mean nothing
/// across lists, and a new edition takes the place of the one before in one work.
final class ClaimLists {
  private final Matcher matcher;
  private final Pseudonyms pseudonyms;
  private final Map<String, Edition> lists = new TreeMap<>();

  private ClaimLists(Matcher matcher, Pseudonyms pseudonyms) {
    this.matcher = matcher;
    this.pseudonyms = pseudonyms;
  }

  static ClaimLists open(Matcher matcher, Pseudonyms pseudonyms, Journal journal) {
    ClaimLists claims = new ClaimLists(matcher, pseudonyms);
    for (Store.Row row : Shelves.rows(journal, Store.Space.CLAIM)) {
      ClaimRow claim = Stored.read(row.value(), ClaimRow.class);
      claims
          .lists
          .computeIfAbsent(claim.list(), _ -> new Edition(matcher.newIndex(), claim.imported()))
          .index()
          .put(claim.entity());
    }
    return claims;
  }

  /// Who is not among {@code entities} is on the list no more.
  void replace(Work work, String list, List<Entity> entities) {
    Edition edition = new Edition(matcher.newIndex(), work.now());
    Map<String, Bytes> rows = new HashMap<>();
    for (Entity entity : entities) {
      edition.index().put(entity);
      rows.put(
          Keys.of(shelf(list), pseudonyms.keyed(Keys.of("claim", entity.id()))),
          Stored.of(new ClaimRow(list, edition.imported(), entity)));
    }
    for (String key : keys(work, list)) {
      if (!rows.containsKey(key)) {
        work.delete(Store.Space.CLAIM, key);
      }
    }
    new TreeMap<>(rows).forEach((key, row) -> work.put(Store.Space.CLAIM, key, row));
    work.afterwards(() -> lists.put(list, edition));
  }

  void withdraw(Work work, String list) {
    keys(work, list).forEach(key -> work.delete(Store.Space.CLAIM, key));
    work.afterwards(() -> lists.remove(list));
  }

  boolean has(String list) {
    return lists.containsKey(list);
  }

  List<Found> search(Entity probe) {
    List<Found> found = new ArrayList<>();
    lists.forEach((list, edition) ->
        edition
            .index()
            .search(Probe.of(probe), matcher.screening())
            .forEach(candidate -> found.add(new Found(candidate, list))));
    return found;
  }

  List<ClaimList> all() {
    return lists.entrySet().stream()
        .map(list ->
            new ClaimList(
                list.getKey(), list.getValue().index().size(), list.getValue().imported()))
        .toList();
  }

  long size() {
    return lists.values().stream().mapToLong(edition -> edition.index().size()).sum();
  }

  /// Names of lists hold anything; a digest keeps two of them apart in a key.
  private static String shelf(String list) {
    return Hash.sha256(Bytes.utf8(list)).value().hex();
  }

  private static List<String> keys(Work work, String list) {
    return work.scan(Store.Space.CLAIM, Keys.of(shelf(list), ""), "", Integer.MAX_VALUE).stream()
        .map(Store.Row::key)
        .toList();
  }

  /// A list as it came in at one time.
  private record Edition(HoldingsIndex index, Instant imported) {}
}
