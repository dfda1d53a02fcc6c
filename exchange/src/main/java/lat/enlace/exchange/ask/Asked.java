// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.decide.Owed;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;

/// The rows of questions asked.
final class Asked {
  private static final String QUESTION = "question";
  private static final String FOLLOW_UP = "follow-up";
  private static final String DECOY = "decoy";

  private Asked() {}

  static Optional<AskedRow> find(Work work, DispatchId id) {
    return work.get(Store.Space.ASKED, Keys.of(QUESTION, id), AskedRow.class);
  }

  static List<AskedRow> newestFirst(Work work) {
    return work.all(Store.Space.ASKED, QUESTION + " ", AskedRow.class).stream()
        .sorted(Comparator.comparing(AskedRow::id).reversed())
        .toList();
  }

  static void put(Work work, AskedRow row) {
    work.put(Store.Space.ASKED, Keys.of(QUESTION, row.id()), row);
    if (row.asked().owed()) {
      Owed.start(work, Owed.What.ANSWER, row.id(), row.asked().due());
    }
  }

  /// Keeps that something else went out in place of this question.
  static void decoyed(Work work, DispatchId question) {
    work.put(Store.Space.ASKED, Keys.of(DECOY, question), Stored.of(question.toString()));
  }

  static boolean wasDecoyed(Work work, DispatchId question) {
    return work.get(Store.Space.ASKED, Keys.of(DECOY, question)).isPresent();
  }

  static void followedUp(Work work, DispatchId followUp, DispatchId question) {
    work.put(Store.Space.ASKED, Keys.of(FOLLOW_UP, followUp), Stored.of(question.toString()));
  }

  static Optional<AskedRow> byFollowUp(Work work, DispatchId followUp) {
    return work.get(Store.Space.ASKED, Keys.of(FOLLOW_UP, followUp), String.class)
        .map(DispatchId::parse)
        .map(id ->
            find(work, id).orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT)));
  }
}
