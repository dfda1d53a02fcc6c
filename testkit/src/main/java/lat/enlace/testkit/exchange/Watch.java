// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// Looks at every node after every step of a simulation: whether each invariant still holds.
final class Watch {
  /// More than the entries one step can leave unpublished.
  private static final int UNPUBLISHED = 200;

  private final Federation federation;
  private final Map<NodeId, TreeMap<Long, Records.EntryView>> entries = new HashMap<>();
  private final Map<NodeId, Long> sizes = new HashMap<>();
  private final Set<DispatchId> released = new HashSet<>();

  Watch(Federation federation) {
    this.federation = federation;
  }

  /// A person released this follow-up.
  void released(Holding.HeldFollowUp held) {
    released.add(held.question());
  }

  /// I1: what leaves is in the ledger, each with a decision entered before it.
  void leaves(TestNode from, Links.Outgoing batch) {
    assertThat(from.core().records().head().size()).isGreaterThan(batch.firstIndex());
    look(from);
    Records.EntryView first = Objects.requireNonNull(of(from).get(batch.firstIndex()));
    assertThat(first.type()).isEqualTo(EntryType.DISPATCH.code());
    boolean decided =
        of(from).headMap(batch.firstIndex(), false).values().stream()
            .anyMatch(entry -> entry.type().equals(EntryType.DECISION.code()));
    assertThat(decided).as("a decision before the dispatch").isTrue();
  }

  void look() {
    federation.nodes().forEach(this::look);
  }

  /// I6: a ledger never shrinks nor changes, and one dispatch has one receipt.
  private void look(TestNode node) {
    long size = node.core().records().head().size();
    assertThat(size).isGreaterThanOrEqualTo(sizes.getOrDefault(node.id(), 0L));
    long known = of(node).isEmpty() ? -1 : of(node).lastKey();
    int fresh = (int) (size - sizes.getOrDefault(node.id(), 0L)) + UNPUBLISHED;
    for (Records.EntryView entry : node.core().records().entries(node.rights(), fresh)) {
      if (entry.index() > known) {
        of(node).put(entry.index(), entry);
      } else {
        assertThat(entry).isEqualTo(of(node).get(entry.index()));
      }
    }
    sizes.put(node.id(), size);
  }

  void lookAtTheEnd() throws ExchangeException {
    look();
    for (TestNode node : federation.nodes()) {
      requireOneReceiptEach(node);
      requireSoundLedger(node);
      requireNoPersonalData(node);
    }
    requireNothingLostOrDisclosedByMachine(federation.co());
  }

  private void requireOneReceiptEach(TestNode node) {
    Set<DispatchId> receipted = new HashSet<>();
    for (Records.EntryView entry : of(node).values()) {
      if (entry.type().equals(EntryType.RECEIPT.code())) {
        entry.about().forEach(id -> assertThat(receipted.add(id)).isTrue());
      }
    }
  }

  private void requireSoundLedger(TestNode node) {
    try {
      var report = Fsck.check(node.log().copy(), node.keys().logSigner().keys().all());
      assertThat(report.findings()).isEmpty();
    } catch (LogStorageException e) {
      throw new AssertionError("memory does not fail", e);
    }
  }

  /// I3.
  private static void requireNoPersonalData(TestNode node) {
    for (String path : node.log().list("")) {
      String text =
          new String(node.log().read(path).orElseThrow().toArray(), StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("Ejemplo", "Inventado", "Ficticia", "Supuesto");
    }
  }

  /// I6 and I9: every question arrived, or waits while a level does not open questions, and every
  /// disclosure has an officer behind it.
  private void requireNothingLostOrDisclosedByMachine(TestNode co) throws ExchangeException {
    boolean closed =
        co.core().standings().instruments().stream()
            .anyMatch(one -> !one.standing().level().reaches(ConfidenceLevel.HIT_NO_HIT));
    List<AskedQuestion> all = co.core().asking().asked(co.analyst());
    for (AskedQuestion asked : all) {
      if (!closed) {
        assertThat(asked.state()).isNotEqualTo(AskedQuestion.State.QUEUED);
      }
      if (asked.state() == AskedQuestion.State.DISCLOSED) {
        assertThat(released).contains(asked.id());
      }
    }
  }

  private NavigableMap<Long, Records.EntryView> of(TestNode node) {
    return entries.computeIfAbsent(node.id(), _ -> new TreeMap<>());
  }
}
