// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.node.peer.Deliveries;
import lat.enlace.node.peer.PeerBounds;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.node.peer.PeerCore;
import lat.enlace.node.peer.PeerServer;
import lat.enlace.node.peer.PeerTls;
import lat.enlace.testkit.exchange.Story;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A partner with the right TLS key that answers a batch with receipts of something else: the link
/// says so by name, nothing counts as delivered, and once the partner is itself again all of it
/// arrives. Two nodes that speak over real TLS by a clock that is set.
class WrongReceiptTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Officer ANALYST = NodePair.officer("CO", "analyst", Role.ANALYST);

  @TempDir private Path folder;
  private volatile Instant now = Instant.now();

  @Test
  void wrongReceipts_areNamedAndLoseNothing() throws Exception {
    NodePair pair = new NodePair(folder).make();
    // Their node records are in force from the second in which they were made.
    now = Instant.now();
    try (Speaking co = new Speaking(pair, "CO");
        Speaking ve = new Speaking(pair, "VE")) {
      AskedQuestion first = ask(co, "CASO-2026-0001");
      until(() -> isAnswered(co, first) && co.isQuiet() && ve.isQuiet());
      Bytes earlier = ve.gave.getFirst();
      Bytes someoneElses = co.gave.getFirst();
      Map<String, Lie> lies =
          Map.of(
              "CASO-2026-0002", _ -> earlier,
              "CASO-2026-0003", _ -> someoneElses,
              "CASO-2026-0004", envelope -> readdressed(earlier, envelope),
              "CASO-2026-0005", envelope -> readdressed(someoneElses, envelope));

      for (Map.Entry<String, Lie> lie : lies.entrySet()) {
        ve.lies.add(lie.getValue());
        AskedQuestion asked = ask(co, lie.getKey());
        until(() -> !co.health().trouble().isEmpty());
        assertThat(co.health().trouble()).as(lie.getKey()).containsExactly("WRONG_RECEIPT");
        assertThat(co.health().waiting()).isEqualTo(1);
        assertThat(co.health().evidence()).isFalse();
        assertThat(state(co, asked)).isEqualTo(AskedQuestion.State.QUEUED);
        assertThat(isAnswered(co, first)).isTrue();

        ve.lies.clear();
        now = now.plusSeconds(2);
        until(() -> isAnswered(co, asked) && co.isQuiet() && ve.isQuiet());
        assertThat(co.health().trouble()).isEmpty();
      }
    }
  }

  /// Receipts that were given for something else, as the answer to this batch of CO for VE.
  private static Bytes readdressed(Bytes ack, Bytes envelope) throws WireException {
    Ack.Accepted accepted = (Ack.Accepted) Ack.parse(ack);
    return new Ack.Accepted(
            Hash.sha256(envelope), NodePair.node("VE"), NodePair.node("CO"), accepted.extract())
        .toBytes();
  }

  private static AskedQuestion ask(Speaking from, String caseReference) throws ExchangeException {
    AskForm form =
        new AskForm(
            Set.of(NodePair.node("VE")),
            caseReference,
            "Ley inventada 906, art. 205",
            new OffenceCode("0601"),
            Purpose.ORGANISED_CRIME,
            Set.of(TransnationalElement.EFFECTS_ELSEWHERE),
            Story.PROBE,
            SubjectCategory.SUSPECT_COMMITTED,
            ProceduralStage.CHARGED,
            Set.of(Ground.EVIDENCE),
            Set.of(DataCategory.IDENTITY),
            Urgency.U8H,
            "investigación inventada");
    AskedQuestion asked =
        from.node.core().with(exchange -> exchange.asking().ask(ANALYST, form)).getFirst();
    from.deliveries.poke();
    return asked;
  }

  private static AskedQuestion.State state(Speaking at, AskedQuestion asked)
      throws ExchangeException {
    return at.node.core().with(exchange -> exchange.asking().question(ANALYST, asked.id())).state();
  }

  private static boolean isAnswered(Speaking at, AskedQuestion asked) throws ExchangeException {
    return state(at, asked) == AskedQuestion.State.NO_HIT;
  }

  private static void until(Callable<Boolean> done) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.call()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }

  /// What a partner answers instead of taking a batch.
  @FunctionalInterface
  private interface Lie {
    Bytes instead(Bytes envelope) throws WireException;
  }

  /// A node with its links and without its pages, which may lie.
  private final class Speaking implements AutoCloseable, PeerCore {
    private final OpenNode node;
    private final PeerClient client;
    private final PeerServer server;
    private final Deliveries deliveries;
    private final List<Bytes> gave = new CopyOnWriteArrayList<>();
    private final List<Lie> lies = new CopyOnWriteArrayList<>();

    Speaking(NodePair pair, String state) throws Exception {
      Clock clock = () -> now;
      node = pair.open(state, clock);
      node.lookAtTlsKeys();
      PeerTls tls =
          new PeerTls(
              node.tls(), pin -> LinksView.ownerOf(node.core(), pin), clock, new SecureRandom());
      client = new PeerClient(tls, PeerBounds.USUAL);
      var peering = node.settings().peering();
      server =
          PeerServer.start(
              new InetSocketAddress(peering.address(), peering.port()),
              tls,
              PeerBounds.USUAL,
              this);
      deliveries = new Deliveries(node.core(), client);
      deliveries.serve(Set.of(NodePair.node(state.equals("CO") ? "VE" : "CO")));
    }

    Links.LinkHealth health() throws ExchangeException {
      return node.core().with(exchange -> exchange.links().health()).getFirst();
    }

    boolean isQuiet() throws ExchangeException {
      return health().waiting() == 0;
    }

    @Override
    public Bytes receive(NodeId from, Bytes envelope) throws ExchangeException {
      for (Lie lie : lies) {
        try {
          return lie.instead(envelope);
        } catch (WireException e) {
          throw new AssertionError(e);
        }
      }
      Links.Taken taken = node.core().with(exchange -> exchange.links().take(from, envelope));
      Bytes ack = node.core().with(exchange -> exchange.links().acknowledge(taken));
      gave.add(ack);
      return ack;
    }

    @Override
    public Bytes ownRecord() throws ExchangeException {
      return node.core().with(exchange -> exchange.links().ownRecord()).orElse(Bytes.EMPTY);
    }

    @Override
    public Bytes headSeenOf(NodeId partner) throws ExchangeException {
      return node.core().with(exchange -> exchange.links().headSeen(partner)).orElse(Bytes.EMPTY);
    }

    @Override
    public void close() {
      deliveries.close();
      server.close();
      client.close();
      node.close();
    }
  }
}
