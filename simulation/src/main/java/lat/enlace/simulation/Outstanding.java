// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.port.Store;
import lat.enlace.testkit.exchange.TestNode;

/// What is still owed: questions and requests of honest nodes without an end, and what waits on any
/// link.
final class Outstanding {
  private static final Set<AskedQuestion.State> ENDS =
      Set.of(
          AskedQuestion.State.REFUSED_HERE,
          AskedQuestion.State.DECLINED,
          AskedQuestion.State.NO_HIT,
          AskedQuestion.State.REFUSED_THERE,
          AskedQuestion.State.DISCLOSED,
          AskedQuestion.State.WITHHELD,
          AskedQuestion.State.NOT_THE_SUBJECT);

  private static final int MOST = 1_000;

  private final World world;
  private final List<TestNode> honest;
  private final Watch watch;

  Outstanding(World world, List<TestNode> honest, Watch watch) {
    this.world = world;
    this.honest = List.copyOf(honest);
    this.watch = watch;
  }

  /// Dispatches in all outboxes.
  long queued() {
    return world.nodes().stream()
        .map(node -> node.store().read(view -> view.scan(Store.Space.OUTBOX, "", "", MOST)))
        .mapToLong(List::size)
        .sum();
  }

  /// All of it, in words without people.
  List<String> left() {
    List<String> all = new ArrayList<>();
    for (TestNode node : world.nodes()) {
      if (honest.contains(node)) {
        asked(node, all);
      }
      for (Links.LinkHealth link : node.core().links().health()) {
        if (link.waiting() > 0) {
          all.add(node.id() + " " + link + " " + watch.ledger(node).waiting(link.partner()));
        }
      }
    }
    return all;
  }

  private static void asked(TestNode node, List<String> all) {
    for (AskedQuestion asked : node.core().asking().asked(node.rights())) {
      if (!ENDS.contains(asked.state())) {
        all.add(node.id() + " " + asked);
      }
    }
    for (Requesting.SentRequest sent : node.core().requesting().requests(node.analyst())) {
      if (sent.state().owed()) {
        all.add(node.id() + " " + sent);
      }
    }
  }
}
