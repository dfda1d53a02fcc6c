// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;

/// The words that decoys are made of (docs/adr/0013): what this node's officers really wrote to the
/// same partner, who has it already. A node that never asked a partner anything has nothing to say
/// again and takes {@link StockWords}.
final class Wordings {
  private static final String SENT = "wording";
  private static final String COVER = "cover";
  private static final int MOST = 32;

  private final Letters letters;

  Wordings(Letters letters) {
    this.letters = letters;
  }

  /// The rows of one partner, oldest first.
  private record Sent(List<Wording> all) {
    Sent {
      all = List.copyOf(all);
    }
  }

  /// Notes a question that goes out as it is.
  void sent(Work work, Dispatch question) {
    List<Wording> all = new ArrayList<>(all(work, question.header().to()));
    Wording latest = Wording.of(question);
    all.remove(latest);
    all.add(latest);
    put(work, question.header().to(), all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /// Does what {@link #sent} does, and notes nothing.
  void unsaid(Work work, NodeId partner) {
    put(work, partner, all(work, partner));
  }

  /// The words of the decoy for {@code question}: the same for all questions of its case.
  Wording cover(Work work, Dispatch question) {
    NodeId partner = question.header().to();
    Basis.UnderInstrument basis = (Basis.UnderInstrument) question.header().basis();
    String about =
        Keys.of(partner, question.header().sender().agency().id(), basis.caseReference());
    String key = Keys.of(COVER, letters.keyed("cover " + about));
    Optional<Wording> before = work.get(Store.Space.ASKED, key, Wording.class);
    Wording cover =
        before.orElseGet(() ->
            nearest(work, question).stream()
                .max(Comparator.comparing(one -> letters.keyed(Keys.of("words", about, text(one)))))
                .orElseGet(() -> new StockWords(letters).of(question)));
    work.put(Store.Space.ASKED, key, cover);
    return cover;
  }

  /// Reasons to say more with, where a question is long.
  List<String> reasons(Work work, Dispatch question) {
    return nearest(work, question).stream().map(Wording::reason).distinct().toList();
  }

  /// Those most like the question, in its language.
  private static List<Wording> nearest(Work work, Dispatch question) {
    List<Wording> all =
        all(work, question.header().to()).stream()
            .filter(one -> one.language() == question.header().language())
            .toList();
    int best = all.stream().mapToInt(one -> one.nearness(question)).max().orElse(0);
    return all.stream().filter(one -> one.nearness(question) == best).toList();
  }

  private static String text(Wording one) {
    return String.join("\n", one.caseReference().value(), one.legalBasis(), one.reason());
  }

  private static List<Wording> all(Work work, NodeId partner) {
    return work.get(Store.Space.ASKED, Keys.of(SENT, partner), Sent.class)
        .map(Sent::all)
        .orElse(List.of());
  }

  private static void put(Work work, NodeId partner, List<Wording> all) {
    work.put(Store.Space.ASKED, Keys.of(SENT, partner), new Sent(all));
  }
}
