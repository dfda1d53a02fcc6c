// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.Body;
import lat.enlace.testkit.exchange.Liar;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.ledger.FaultyLogStorage;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.batch.Receipt;
import lat.enlace.wire.seal.SealedBatch;
import org.jspecify.annotations.Nullable;

/// A node that has an agreement with its victim, sound keys, and tells every {@link Lie}.
public final class LyingPeer {
  private static final int CONTENT_BYTES = 300;

  private final TestNode liar;
  private final TestNode victim;
  private final TestNode third;
  private final Forgery forgery;
  private final Falsehoods falsehoods;
  private final SplittableRandom random;
  private final FaultyLogStorage longAgo;
  private final Bytes headLongAgo;
  private final List<Bytes> sent = new ArrayList<>();
  private @Nullable Bytes anothers;
  private @Nullable Bytes earlierAnswer;

  /// What the liar, its victim and a third have signed.
  ///
  /// @param own between the liar and the victim
  /// @param foreign between the victim and the third
  public record Texts(SignedInstrument own, SignedInstrument foreign) {}

  /// @param third an honest node that also deals with the victim
  public LyingPeer(
      TestNode liar, TestNode victim, TestNode third, Texts texts, SplittableRandom random)
      throws ExchangeException {
    this.liar = liar;
    this.victim = victim;
    this.third = third;
    this.random = random;
    this.forgery = new Forgery(liar, random);
    this.falsehoods = new Falsehoods(forgery, liar, victim, third, texts);
    forgery.logged(List.of(), EntryType.PADDING, victim);
    this.longAgo = liar.log().copy();
    this.headLongAgo = liar.core().records().head().checkpoint();
    forgery.logged(List.of(), EntryType.PADDING, victim);
  }

  /// The liar's node.
  public TestNode node() {
    return liar;
  }

  /// The honest node it has an agreement with.
  public TestNode victim() {
    return victim;
  }

  /// The liar overhears a batch that its node sends, or that the third node sends to the victim.
  public void overhears(TestNode from, TestNode to, Bytes envelope) {
    if (from == liar && to == victim) {
      sent.add(envelope);
    } else if (from == third && to == victim) {
      anothers = envelope;
    }
  }

  /// False while there is nothing yet that the lie could be about.
  public boolean canTell(Lie lie) {
    return switch (lie) {
      case REPLAYED -> !sent.isEmpty();
      case VICTIMS_ID -> !victim.core().asking().asked(victim.rights()).isEmpty();
      // Whoever has not seen what is forked cannot tell a fork from a log that grew.
      case FORKED_RECEIPT -> forgery.seenBy(victim) > Forgery.size(headLongAgo);
      default -> true;
    };
  }

  /// Tells a lie about a batch or a dispatch.
  ///
  /// @return the code that the victim answered, or {@code accepted}
  public String tell(Lie lie) throws ExchangeException {
    Bytes envelope = lie.level() == Lie.Level.DISPATCH ? dispatch(lie) : batch(lie);
    Bytes ack = victim.core().links().receive(liar.id(), envelope);
    earlierAnswer = ack;
    return outcome(ack);
  }

  /// Lies in answer to a batch of the victim.
  ///
  /// @return the code with which the victim turned the answer down, or {@code silence}
  public String answer(Lie lie, Links.Outgoing outgoing) throws ExchangeException {
    if (lie == Lie.SILENCE) {
      victim.core().links().failed(outgoing, Links.Trouble.NO_ANSWER);
      return "silence";
    }
    Bytes ack = ack(lie, outgoing);
    try {
      victim.core().links().delivered(outgoing, ack);
      return "accepted";
    } catch (ExchangeException e) {
      if (e.code() == ExchangeException.Code.UNAVAILABLE) {
        // Its disk failed before it looked.
        throw e;
      }
      return e.code().name();
    }
  }

  private static String outcome(Bytes ack) {
    try {
      if (Ack.parse(ack) instanceof Ack.Accepted accepted
          && accepted.extract().entries().size() == 1) {
        return switch (Receipt.parse(accepted.extract().entries().getFirst().content()).outcome()) {
          case Receipt.Outcome.Accepted() -> "accepted";
          case Receipt.Outcome.Refused(var code) -> code.value();
        };
      }
      return Liar.outcome(ack);
    } catch (WireException e) {
      throw new IllegalStateException("an honest node answers with an ack", e);
    }
  }

  private Bytes dispatch(Lie lie) throws ExchangeException {
    LogExtract extract =
        forgery.logged(List.of(falsehoods.content(lie)), EntryType.DISPATCH, victim);
    return forgery.sealed(
        extract, victim, lie == Lie.INSTRUMENT_NOT_NAMED ? List.of() : falsehoods.instruments());
  }

  private Bytes batch(Lie lie) throws ExchangeException {
    return switch (lie) {
      case REPLAYED -> sent.get(random.nextInt(sent.size()));
      case ALTERED_CIPHERTEXT -> altered(sound());
      case TRUNCATED -> {
        Bytes whole = sound();
        yield whole.slice(0, whole.size() / 2);
      }
      case OVERSIZED -> Bytes.concat(sound(), Bytes.copyOf(new byte[SealedBatch.MAX_BYTES]));
      case OTHER_PROTOCOL -> Bytes.concat(Bytes.utf8("enlace/sealed/9\n"), sound());
      case ANOTHERS_BATCH ->
          anothers == null
              ? new Forgery(third, random).sealed(extractOf(third), victim, List.of())
              : anothers;
      case ANOTHERS_MAIL -> forgery.sealed(sound(CONTENT_BYTES), third, List.of());
      default -> forgery.sealed(extract(lie), victim, List.of());
    };
  }

  private LogExtract extractOf(TestNode node) {
    return new Forgery(node, random)
        .inAnotherHistory(
            node.log().copy(),
            List.of(forgery.bytes(CONTENT_BYTES)),
            EntryType.DISPATCH,
            victim,
            0);
  }

  /// A batch that is sound but for content that is no dispatch.
  private Bytes sound() throws ExchangeException {
    return forgery.sealed(sound(CONTENT_BYTES), victim, List.of());
  }

  private LogExtract sound(int bytes) throws ExchangeException {
    return forgery.logged(List.of(forgery.bytes(bytes)), EntryType.DISPATCH, victim);
  }

  private LogExtract extract(Lie lie) throws ExchangeException {
    List<Bytes> content = List.of(forgery.bytes(CONTENT_BYTES));
    if (forgery.seenBy(victim) <= Forgery.size(headLongAgo)) {
      // A history can only be forked beyond what the victim has seen of it.
      victim.core().links().receive(liar.id(), sound());
    }
    long seen = forgery.seenBy(victim);
    return switch (lie) {
      case NO_DISPATCH -> forgery.logged(content, EntryType.RECEIPT, victim);
      case FORK ->
          forgery.inAnotherHistory(longAgo.copy(), content, EntryType.DISPATCH, victim, seen + 4);
      case FORK_OF_SAME_SIZE ->
          forgery.inAnotherHistory(longAgo.copy(), content, EntryType.DISPATCH, victim, seen);
      case ROLLED_BACK ->
          forgery.inAnotherHistory(longAgo.copy(), content, EntryType.DISPATCH, victim, 0);
      default -> Extracts.changed(lie, sound(CONTENT_BYTES), this);
    };
  }

  /// Another node's checkpoint.
  Bytes anothersHead() {
    return third.core().records().head().checkpoint();
  }

  /// A head of the liar's that was overtaken before the victim saw it.
  Bytes headLongAgo() {
    return headLongAgo;
  }

  private Bytes altered(Bytes whole) {
    byte[] bytes = whole.toArray();
    bytes[bytes.length - 1 - random.nextInt(1000)] ^= (byte) (1 << random.nextInt(8));
    return Bytes.copyOf(bytes);
  }

  private Bytes ack(Lie lie, Links.Outgoing outgoing) throws ExchangeException {
    Hash batch = Hash.sha256(outgoing.envelope());
    return switch (lie) {
      case GARBAGE_RECEIPT -> forgery.bytes(CONTENT_BYTES);
      case RECEIPT_OF_ANOTHER_BATCH ->
          earlierAnswer == null
              ? bytes(
                  new Ack.Refused(Hash.sha256(forgery.bytes(8)), liar.id(), victim.id(), code(), 0))
              : earlierAnswer;
      case NO_RECEIPTS ->
          bytes(
              new Ack.Accepted(
                  batch,
                  liar.id(),
                  victim.id(),
                  forgery.logged(List.of(), EntryType.RECEIPT, victim)));
      case FORKED_RECEIPT ->
          bytes(
              new Ack.Accepted(
                  batch,
                  liar.id(),
                  victim.id(),
                  forgery.inAnotherHistory(
                      longAgo.copy(),
                      receipts(lie, outgoing),
                      EntryType.RECEIPT,
                      victim,
                      forgery.seenBy(victim) + 4)));
      default -> {
        LogExtract extract = forgery.logged(receipts(lie, outgoing), EntryType.RECEIPT, victim);
        yield bytes(
            new Ack.Accepted(batch, liar.id(), victim.id(), Extracts.changed(lie, extract, this)));
      }
    };
  }

  private static lat.enlace.wire.ErrorCode code() {
    return new lat.enlace.wire.ErrorCode("MALFORMED");
  }

  /// Receipts as an honest node would give them, but for what the lie is about.
  private List<Bytes> receipts(Lie lie, Links.Outgoing outgoing) throws ExchangeException {
    List<Bytes> receipts = new ArrayList<>();
    for (ProvenEntry entry : Envelopes.opened(outgoing.envelope(), victim, liar).entries()) {
      Hash leaf =
          new lat.enlace.ledger.Opening(entry.salt(), entry.content())
              .commit(EntryType.DISPATCH)
              .leafHash();
      Receipt receipt =
          new Receipt(
              lie == Lie.RECEIPT_FOR_ANOTHER_SENDER ? third.id() : victim.id(),
              entry.leafIndex() + (lie == Lie.RECEIPT_FOR_ANOTHER_INDEX ? 1 : 0),
              lie == Lie.RECEIPT_FOR_ANOTHER_LEAF ? Hash.sha256(leaf.value()) : leaf,
              liar.id(),
              liar.clock().now().truncatedTo(ChronoUnit.MILLIS),
              new Receipt.Outcome.Accepted());
      try {
        receipts.add(receipt.toBytes());
      } catch (WireException e) {
        throw new IllegalStateException("a false receipt has the form of a receipt", e);
      }
    }
    return receipts;
  }

  private static Bytes bytes(Ack ack) {
    try {
      return ack.toBytes();
    } catch (WireException e) {
      throw new IllegalStateException("a false ack has the form of an ack", e);
    }
  }

  /// Sets the liar's clock to the victim's, so that what is told is refused for what it is.
  public void agreesOnTheTime(Duration off) {
    liar.clock().skew(Objects.requireNonNull(off));
  }

  /// The id of the last dispatch that was a lie.
  DispatchId lastId() {
    return falsehoods.lastId();
  }

  /// The last body that a lie about a dispatch carried.
  public Body lastBody() {
    return falsehoods.lastBody();
  }
}
