// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.Dialogue;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Relation;
import lat.enlace.instrument.Word;
import lat.enlace.model.DispatchId;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.StateCode;

/// What this state and each partner said of each instrument since its present text, and how they
/// stand by it. The relation is kept beside the words, so that decisions read one row.
final class Words {
  private static final String WORD = "word";
  private static final String START = "start";

  private final StateCode own;

  Words(StateCode own) {
    this.own = own;
  }

  Relation relation(Work work, Instrument instrument, StateCode partner) {
    return work.get(Store.Space.INSTRUMENT, key(instrument.id(), partner), RelationRow.class)
        .map(RelationRow::relation)
        .orElseGet(() -> Relation.initial(instrument, own, partner));
  }

  /// The last word of {@code by} between this state and {@code partner}: none or one.
  List<DispatchId> last(Work work, InstrumentId id, StateCode partner, StateCode by) {
    return all(work, id, partner).stream()
        .filter(word -> word.by().equals(by))
        .map(WordRow::id)
        .reduce((_, later) -> later)
        .stream()
        .toList();
  }

  /// Adds a word and finds anew how they stand.
  void say(Work work, Instrument instrument, StateCode partner, WordRow said) {
    InstrumentId id = instrument.id();
    List<WordRow> all = new ArrayList<>(all(work, id, partner));
    if (all.isEmpty()) {
      begin(work, id, partner, relation(work, instrument, partner));
    }
    work.put(Store.Space.INSTRUMENT, Keys.of(WORD, id, partner, (long) all.size()), said);
    all.add(said);
    Relation start =
        work.get(Store.Space.INSTRUMENT, Keys.of(START, id, partner), RelationRow.class)
            .orElseThrow()
            .relation();
    Relation relation =
        Dialogue.after(start, of(own, all, partner), of(partner, all, own), instrument.lifetime());
    keep(work, id, partner, relation);
  }

  /// Goes on from how they stand, without the words that led there.
  void beginAnew(Work work, InstrumentId id, StateCode partner, Relation relation) {
    for (Store.Row row :
        work.scan(Store.Space.INSTRUMENT, Keys.of(WORD, id, partner, ""), "", Integer.MAX_VALUE)) {
      work.delete(Store.Space.INSTRUMENT, row.key());
    }
    begin(work, id, partner, relation);
    keep(work, id, partner, relation);
  }

  private static void begin(Work work, InstrumentId id, StateCode partner, Relation relation) {
    work.put(Store.Space.INSTRUMENT, Keys.of(START, id, partner), RelationRow.of(relation));
  }

  private static void keep(Work work, InstrumentId id, StateCode partner, Relation relation) {
    work.put(Store.Space.INSTRUMENT, key(id, partner), RelationRow.of(relation));
  }

  private static List<WordRow> all(Work work, InstrumentId id, StateCode partner) {
    return work.all(Store.Space.INSTRUMENT, Keys.of(WORD, id, partner, ""), WordRow.class);
  }

  /// The words of {@code by}, with the place of what it had seen among those of {@code other}. What
  /// this node does not find was never said here, and counts as nothing seen.
  private static List<Word> of(StateCode by, List<WordRow> all, StateCode other) {
    List<DispatchId> others =
        all.stream().filter(word -> word.by().equals(other)).map(WordRow::id).toList();
    List<Word> words = new ArrayList<>();
    int seen = 0;
    for (WordRow row : all) {
      if (row.by().equals(by)) {
        for (DispatchId id : row.seen()) {
          seen = Math.max(seen, others.indexOf(id) + 1);
        }
        words.add(new Word(by, row.change(), row.level(), seen));
      }
    }
    return words;
  }

  private static String key(InstrumentId id, StateCode partner) {
    return Keys.of("relation", id, partner);
  }
}
