// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Holding.HeldFollowUp;
import lat.enlace.exchange.decide.Owed;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.Dispatch;

/// The rows of what this node was asked.
final class Held {
  private static final String QUESTION = "question";
  private static final String ANSWER = "answer";
  private static final String FOLLOW_UP = "follow-up";

  private Held() {}

  static Optional<HeldRow> question(Work work, DispatchId id) {
    return work.get(Store.Space.HELD, Keys.of(QUESTION, id), HeldRow.class);
  }

  static List<HeldRow> questions(Work work) {
    return work.all(Store.Space.HELD, QUESTION + " ", HeldRow.class);
  }

  static void put(Work work, HeldRow row) {
    work.put(Store.Space.HELD, Keys.of(QUESTION, row.id()), row);
    if (row.state() == HeldRow.State.WAITING) {
      Owed.start(work, Owed.What.ADMISSION, row.id(), row.due());
    }
    for (DispatchId answer : row.answer()) {
      work.put(Store.Space.HELD, Keys.of(ANSWER, answer), Stored.of(row.id().toString()));
    }
  }

  static Optional<HeldRow> byAnswer(Work work, DispatchId answer) {
    return work.get(Store.Space.HELD, Keys.of(ANSWER, answer), String.class)
        .flatMap(id -> question(work, DispatchId.parse(id)));
  }

  static Optional<FollowUpRow> followUp(Work work, DispatchId id) {
    return work.get(Store.Space.HELD, Keys.of(FOLLOW_UP, id), FollowUpRow.class);
  }

  static List<FollowUpRow> followUps(Work work) {
    return work.all(Store.Space.HELD, FOLLOW_UP + " ", FollowUpRow.class);
  }

  static void put(Work work, FollowUpRow row) {
    work.put(Store.Space.HELD, Keys.of(FOLLOW_UP, row.id()), row);
    if (row.state() == HeldFollowUp.State.WAITING) {
      Owed.start(work, Owed.What.RELEASE, row.id(), row.due());
    }
  }

  /// The dispatch that was received under {@code proof}.
  static Dispatch dispatch(Work work, String proof) {
    return Written.read(text(work, proof));
  }

  /// Its exact bytes.
  static Bytes text(Work work, String proof) {
    return work.get(Store.Space.OPENING, proof, Rows.Proof.class)
        .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT))
        .content();
  }
}
