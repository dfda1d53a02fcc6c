// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Exchange.Piece;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.InstrumentId;
import lat.enlace.testkit.ledger.KilledException;
import org.junit.jupiter.api.Test;

/// However much is recorded at once, it is recorded whole, and nothing of it ends a node.
class LargeGroupTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");
  private static final int MORE = Log.MAX_BATCH_ENTRIES + 66;
  private static final int PADDED = Log.MAX_BATCH_ENTRIES + 68;

  /// More than one page of the outbox.
  private static final int LONG = 600;

  private final TestNode node = new TestNode("CO", new SimulatedClock.World(Federation.START), 71);

  @Test
  void commit_moreThanOneBatchOfTheLogTakes_isWholeWhereverItWasKilled() throws Exception {
    TestNode.Backup empty = node.backup();
    long gaps = gapsOfMany();
    // Behind the sync of the first batch, among what settles it, and behind the second.
    for (long gap : new long[] {6, gaps / 2, gaps - 3}) {
      node.restore(empty);
      String last = killed(gap);
      node.crash(new SplittableRandom(gap));
      requireWhole(last);
    }
  }

  @Test
  void together_moreThanAGroupHolds_isDurableInSeveralGroupsAndEveryoneIsTold() throws Exception {
    try (Journal journal = Journal.open(node.ports())) {
      List<Many> callers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        callers.add(new Many(journal, 3_000));
      }
      long syncs = node.log().syncs();

      journal.together(callers);

      assertThat(callers).extracting(caller -> caller.ended).containsOnly("durable");
      assertThat(callers).extracting(caller -> caller.syncs - syncs).isSorted();
      assertThat(callers.getFirst().syncs).isLessThan(callers.getLast().syncs);
      assertThat(journal.size()).isEqualTo(15_000);
      for (Many caller : callers) {
        assertThat(journal.at(journal.index(caller.last))).hasValue(caller.last);
      }
    }
  }

  @Test
  void together_longContents_areDurableInSeveralGroupsToo() throws Exception {
    try (Journal journal = Journal.open(node.ports())) {
      long commits = node.store().commits();
      List<Piece> callers = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        callers.add(new Long3(journal));
      }

      journal.together(callers);

      // Two of three million bytes each fit into a group, two transactions for each group.
      assertThat(node.store().commits() - commits).isEqualTo(6);
    }
  }

  @Test
  void tick_aLongQueueThatCanNeverLeave_isClearedByThePage() throws Exception {
    Story story = longQueue();
    TestNode co = story.federation().co();
    co.core().standings().withdraw(co.authority(), CO_VE, "Ley 3");

    co.core().links().tick();
    assertThat(states(co, State.REFUSED_HERE)).isBetween(1L, LONG - 1L);
    co.core().links().tick();
    assertThat(states(co, State.REFUSED_HERE)).isEqualTo(LONG);
  }

  @Test
  void succeed_aLongQueue_goesOnByThePageWhereverItWasKilled() throws Exception {
    Story story = longQueue();
    TestNode co = story.federation().co();
    Bytes seen = co.core().records().head().checkpoint();
    var head = SignedCheckpoint.parse(seen).checkpoint();
    co.keys().succeed(new EndedLog(head.origin().value(), head.size(), head.root()));
    boolean begun = false;
    for (long gap = 1; gap < 64; gap += 3) {
      co.guillotine().killAfter(gap);
      try {
        if (begun) {
          co.succeedAgain(seen);
        } else {
          begun = true;
          co.succeed(seen);
        }
        break;
      } catch (KilledException e) {
        co.crash(new SplittableRandom(gap));
      }
    }
    co.crash(new SplittableRandom(9));
    co.open();

    assertThat(waiting(co)).isEqualTo(LONG);
    assertThat(InvariantSteps.count(co, EntryType.SUCCESSOR)).isEqualTo(1);
    assertThat(co.core().records().entries(co.rights(), 10_000).getLast().type())
        .isEqualTo(EntryType.SUCCESSOR.code());
    assertThat(Fsck.check(co.log().copy(), co.keys().logSigner().keys().all()).findings())
        .isEmpty();
  }

  private static Story longQueue() throws ExchangeException {
    Story story = Story.begin(72);
    TestNode co = story.federation().co();
    for (int i = 0; i < LONG; i++) {
      story.ask();
    }
    assertThat(waiting(co)).isEqualTo(LONG);
    return story;
  }

  private static long states(TestNode co, State state) throws ExchangeException {
    return co.core().asking().asked(co.analyst()).stream()
        .filter(asked -> asked.state() == state)
        .count();
  }

  private static int waiting(TestNode co) {
    return co.core().links().health().stream().mapToInt(Links.LinkHealth::waiting).sum();
  }

  private static void enterMany(Journal journal) throws ExchangeException {
    Work work = journal.begin();
    String last = "";
    for (int i = 0; i < MORE; i++) {
      last = work.enter(Draft.kept(EntryType.EVIDENCE, Bytes.of(i), List.of(), List.of()));
    }
    work.put(Store.Space.META, "test", Bytes.utf8(last));
    journal.commit(work);
  }

  private long gapsOfMany() throws ExchangeException {
    try (Journal journal = Journal.open(node.ports())) {
      long before = node.guillotine().gaps();
      enterMany(journal);
      assertThat(journal.size()).isEqualTo(PADDED);
      return node.guillotine().gaps() - before;
    }
  }

  /// Kills the node in this gap of the commit; what the row says that goes with it.
  private String killed(long gap) throws ExchangeException {
    Journal journal = Journal.open(node.ports());
    node.guillotine().killAfter(gap);
    try {
      enterMany(journal);
      throw new AssertionError("not killed");
    } catch (KilledException e) {
      return rows(Store.Space.OPENING, "").getLast().key();
    }
  }

  /// The ledger holds each entry once, and the database knows all of them and the row.
  private void requireWhole(String one) throws Exception {
    try (Journal journal = Journal.open(node.ports())) {
      assertThat(journal.size()).isEqualTo(PADDED);
      assertThat(journal.at(journal.index(one))).hasValue(one);
      String last = journal.at(MORE - 1).orElseThrow();
      Optional<Bytes> row = journal.read(view -> view.get(Store.Space.META, "test"));
      assertThat(row).hasValue(Bytes.utf8(last));
      assertThat(rows(Store.Space.INDEX, "at ")).hasSize(MORE);
      assertThat(rows(Store.Space.PENDING, "")).isEmpty();
    }
    assertThat(Fsck.check(node.log().copy(), node.keys().logSigner().keys().all()).findings())
        .isEmpty();
  }

  private List<Store.Row> rows(Store.Space space, String prefix) {
    return node.store().read(view -> view.scan(space, prefix, "", Integer.MAX_VALUE));
  }

  /// Someone who enters many entries.
  private final class Many implements Piece {
    private final Journal journal;
    private final int count;
    private String ended = "";
    private String last = "";
    private long syncs;

    Many(Journal journal, int count) {
      this.journal = journal;
      this.count = count;
    }

    @Override
    public void run() {
      Work work = journal.begin();
      for (int i = 0; i < count; i++) {
        last = work.enter(Draft.kept(EntryType.EVIDENCE, Bytes.of(i), List.of(), List.of()));
      }
      try {
        journal.commit(work);
      } catch (ExchangeException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void durable() {
      ended = "durable";
      syncs = node.log().syncs();
    }

    @Override
    public void lost(ExchangeException why) {
      ended = why.code().name();
    }
  }

  /// Someone who enters one entry of three million bytes.
  private record Long3(Journal journal) implements Piece {
    @Override
    public void run() {
      Work work = journal.begin();
      work.enter(
          Draft.kept(EntryType.EVIDENCE, Bytes.copyOf(new byte[3_000_000]), List.of(), List.of()));
      try {
        journal.commit(work);
      } catch (ExchangeException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void durable() {
      assertThat(journal.size()).isPositive();
    }

    @Override
    public void lost(ExchangeException why) {
      throw new AssertionError(why);
    }
  }
}
