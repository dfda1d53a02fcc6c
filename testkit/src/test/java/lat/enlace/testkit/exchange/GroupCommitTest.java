// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange.Piece;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.model.DispatchId;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.testkit.people.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many callers share one way to the disk, and none hears of it before (docs/adr/0010).
class GroupCommitTest {
  private static final int CALLERS = 40;

  private final Story story = begin();
  private final TestNode co = story.federation().co();
  private final TestNode ve = story.federation().ve();

  @Test
  void together_sharesOneLedgerSyncAndTwoTransactionsAmongAllCallers() {
    List<Caller> callers = callers(CALLERS);
    long syncs = co.log().syncs();
    long commits = co.store().commits();

    co.core().together(callers);

    assertThat(co.log().syncs() - syncs).isEqualTo(1);
    assertThat(co.store().commits() - commits).isEqualTo(2);
    assertThat(callers).allMatch(caller -> caller.ended.equals("durable"));
    assertThat(callers).allMatch(caller -> caller.syncsAtTheEnd > syncs);
    assertThat(callers).allMatch(caller -> asked(caller).size() == 1);
  }

  @Test
  void alone_eachCallerPaysHisOwnSync() throws Exception {
    long syncs = co.log().syncs();
    for (int i = 0; i < CALLERS; i++) {
      story.ask();
    }

    assertThat(co.log().syncs() - syncs).isEqualTo(CALLERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void together_killedAtAnyGap_keepsAllOrNothingAndWhoeverWasToldIsKept(int gap) throws Exception {
    List<Caller> callers = callers(5);
    co.guillotine().killAfter(gap);
    try {
      co.core().together(callers);
    } catch (KilledException e) {
      assertThat(callers).noneMatch(caller -> caller.ended.equals("durable"));
    }
    co.crash(new SplittableRandom(gap));
    co.open();

    long kept = callers.stream().filter(caller -> !asked(caller).isEmpty()).count();
    boolean told = callers.stream().anyMatch(caller -> caller.ended.equals("durable"));
    assertThat(kept).isIn(0L, 5L);
    assertThat(told && kept == 0).isFalse();
    story.federation().settle();
    assertThat(Fsck.check(co.log().copy(), co.keys().logSigner().keys().all()).findings())
        .isEmpty();
  }

  @Test
  void together_ledgerFails_everyoneIsToldAndNothingIsSeenOfIt() throws Exception {
    List<Caller> callers = callers(5);
    co.log().failAfter(0);

    co.core().together(callers);

    assertThat(callers).allMatch(caller -> caller.ended.equals("UNAVAILABLE"));
    assertThat(callers).allMatch(caller -> asked(caller).isEmpty());
  }

  @Test
  void together_laterWorkSeesEarlierWork_andTheHeadIsNotAskedFor() {
    List<String> seen = new ArrayList<>();
    Caller first = new Caller(0);
    Caller second =
        new Caller(1) {
          @Override
          public void run() {
            asked(first).forEach(question -> seen.add(question.state().name()));
            seen.add(first.ended);
          }
        };

    co.core().together(List.of(first, second));

    assertThat(seen).containsExactly("QUEUED", "");
    assertThat(second.ended).isEqualTo("durable");
  }

  @Test
  void together_workThatNeedsTheLedger_makesWhatCameBeforeDurableFirst() throws Exception {
    Caller first = new Caller(0);
    List<Links.Outgoing> out = new ArrayList<>();
    Caller sender =
        new Caller(1) {
          @Override
          public void run() {
            out.addAll(next().stream().toList());
            assertThat(first.ended).isEqualTo("durable");
          }
        };

    co.core().together(List.of(first, sender));

    Bytes ack = ve.core().links().receive(co.id(), out.getFirst().envelope());
    co.core().links().delivered(out.getFirst(), ack);
    assertThat(InvariantSteps.types(co, asked(first).getFirst()))
        .containsExactly(EntryType.DECISION.code(), EntryType.DISPATCH.code());
  }

  @Test
  void together_batchesOfTwoPartners_shareOneSyncAndAreAcknowledgedAfterIt() throws Exception {
    for (TestNode asker : List.of(ve, story.federation().ec())) {
      asker.core().asking().ask(asker.analyst(), Forms.lawful(Story.PROBE, co));
    }
    List<Receiver> receivers = List.of(new Receiver(ve), new Receiver(story.federation().ec()));
    long syncs = co.log().syncs();

    co.core().together(receivers);

    assertThat(co.log().syncs() - syncs).isEqualTo(1);
    for (Receiver receiver : receivers) {
      Bytes ack = co.core().links().acknowledge(Objects.requireNonNull(receiver.taken));
      receiver.from.core().links().delivered(receiver.out, ack);
      assertThat(receiver.from.core().links().next(co.id())).isEmpty();
    }
  }

  @Test
  void together_sameSeed_sameBytes() {
    GroupCommitTest other = new GroupCommitTest();
    co.core().together(callers(7));
    other.co.core().together(other.callers(7));

    assertThat(co.store().dump()).isEqualTo(other.co.store().dump());
  }

  private static Story begin() {
    try {
      return Story.begin(41);
    } catch (ExchangeException e) {
      throw new AssertionError(e);
    }
  }

  private List<Caller> callers(int count) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      callers.add(new Caller(i));
    }
    return callers;
  }

  private List<AskedQuestion> asked(Caller caller) {
    return co.core().asking().asked(co.analyst()).stream()
        .filter(question -> caller.ids.contains(question.id()))
        .toList();
  }

  /// An officer who asks about a person of his own.
  private class Caller implements Piece {
    private final int number;
    private final List<DispatchId> ids = new ArrayList<>();
    private String ended = "";
    private long syncsAtTheEnd;

    Caller(int number) {
      this.number = number;
    }

    @Override
    public void run() {
      var person = People.person("p" + number, "Ana Ejemplo Numero" + number, "1980-02-03", 0);
      try {
        co.core()
            .asking()
            .ask(co.analyst(), Forms.lawful(person, ve))
            .forEach(asked -> ids.add(asked.id()));
      } catch (ExchangeException e) {
        ended = e.code().name();
      }
    }

    List<Links.Outgoing> next() {
      try {
        return co.core().links().next(ve.id()).stream().toList();
      } catch (ExchangeException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void durable() {
      ended = "durable";
      syncsAtTheEnd = co.log().syncs();
    }

    @Override
    public void lost(ExchangeException why) {
      ended = why.code().name();
    }
  }

  /// A batch that comes in.
  private final class Receiver implements Piece {
    private final TestNode from;
    private final Links.Outgoing out;
    private Links.@Nullable Taken taken;

    Receiver(TestNode from) throws ExchangeException {
      this.from = from;
      this.out = from.core().links().next(co.id()).orElseThrow();
    }

    @Override
    public void run() {
      try {
        taken = co.core().links().take(from.id(), out.envelope());
      } catch (ExchangeException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void durable() {
      assertThat(taken).isInstanceOf(Links.Taken.In.class);
    }

    @Override
    public void lost(ExchangeException why) {
      throw new AssertionError(why);
    }
  }
}
