// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Attaching.Grant;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.node.attach.Attachments;
import lat.enlace.node.peer.Deliveries;
import lat.enlace.node.peer.PeerBounds;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.node.peer.PeerCore;
import lat.enlace.node.peer.PeerServer;
import lat.enlace.node.peer.PeerTls;
import lat.enlace.wire.WireException;
import lat.enlace.wire.seal.PartContext;
import lat.enlace.wire.seal.RecipientKey;
import lat.enlace.wire.seal.SealedPart;
import lat.enlace.wire.seal.Sealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A partner that serves wrong parts of files, rightly sealed or not, is believed in nothing, and
/// each file comes whole once he serves the right ones.
class WrongPartsTest {
  private static final long BYTES = (2L << 20) + 4_321;
  private static final int LAST = 3;

  @TempDir private Path folder;

  /// What he does instead.
  private enum Lie {
    WRONG_LIST(0, 0),
    SHORT_LIST(0, 1),
    WRONG_CHUNK(2, 2),
    SWAPPED(2, 3),
    TRUNCATED(2, 4),
    LONGER(LAST, 5),
    SHORTER(LAST, 6),
    REFUSED(1, 7),
    NOTHING(1, 8);

    private final int part;
    private final int seed;

    /// @param part which of the file's parts it is told of
    /// @param seed of the file's bytes
    Lie(int part, int seed) {
      this.part = part;
      this.seed = seed;
    }
  }

  @Test
  void files_areTakenOnlyAsTheirItemsNameThem() throws Exception {
    NodePair pair = new NodePair(folder).make();
    FileStory story = new FileStory(pair);
    Map<Lie, String> digests = new EnumMap<>(Lie.class);
    Map<String, Lie> lies = new ConcurrentHashMap<>();
    Map<Lie, String> items = new EnumMap<>(Lie.class);
    try (RunningNode co = pair.start("CO")) {
      RunningNode ve = pair.start("VE");
      story.raise(co, ve);
      ve.close();
      for (Lie lie : Lie.values()) {
        JsonNode stored = story.stored(FileStory.pdf(lie.seed, BYTES));
        digests.put(lie, stored.get("digest").asString());
        items.put(lie, story.given(stored));
        lies.put(Objects.requireNonNull(items.get(lie)), lie);
      }
    }
    try (Liar liar = new Liar(pair.open("CO"), lies);
        RunningNode ve = pair.start("VE")) {
      assertThat(ve.peerPort()).isPositive();
      for (Lie lie : Lie.values()) {
        for (int tries = 0; liar.told(lie) < 2 && tries < 300; tries++) {
          Thread.sleep(100);
        }
        assertThat(liar.told(lie)).as(lie.name()).isGreaterThanOrEqualTo(2);
        try (InputStream answer =
            story
                .read(
                    Objects.requireNonNull(items.get(lie)),
                    Objects.requireNonNull(digests.get(lie)))
                .body()) {
          assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
              .as(lie.name())
              .contains("WRONG_STATE");
        }
      }
      lies.clear();
      for (Lie lie : Lie.values()) {
        HttpResponse<InputStream> whole =
            story.awaited(
                Objects.requireNonNull(items.get(lie)), Objects.requireNonNull(digests.get(lie)));
        assertThat(FileStory.difference(whole.body(), FileStory.pdf(lie.seed, BYTES)))
            .as(lie.name())
            .isEqualTo(-1);
      }
    }
  }

  /// The node of CO with true batches and false parts.
  private static final class Liar implements PeerCore, AutoCloseable {
    private final OpenNode node;
    private final Map<String, Lie> lies;
    private final Map<Lie, AtomicInteger> told =
        Collections.synchronizedMap(new EnumMap<>(Lie.class));
    private final Attachments attachments;
    private final PeerClient client;
    private final PeerServer server;
    private final Deliveries deliveries;

    Liar(OpenNode node, Map<String, Lie> lies) throws Exception {
      this.node = node;
      this.lies = lies;
      for (Lie lie : Lie.values()) {
        told.put(lie, new AtomicInteger());
      }
      node.lookAtTlsKeys();
      SecureRandom random = new SecureRandom();
      attachments =
          new Attachments(NodePair.node("CO"), node.core(), node.folder().attachments(), random);
      PeerTls tls =
          new PeerTls(node.tls(), pin -> LinksView.ownerOf(node.core(), pin), node.clock(), random);
      client = new PeerClient(tls, PeerBounds.USUAL);
      server =
          PeerServer.start(
              new InetSocketAddress(
                  node.settings().peering().address(), node.settings().peering().port()),
              tls,
              PeerBounds.USUAL,
              this);
      deliveries = new Deliveries(node.core(), client);
      deliveries.serve(Set.of(NodePair.node("VE")));
    }

    int told(Lie lie) {
      return Objects.requireNonNull(told.get(lie)).get();
    }

    @Override
    public Bytes part(NodeId from, ItemId item, Hash digest, int part) throws ExchangeException {
      Lie lie = lies.get(item.value());
      if (lie == null || lie.part != part) {
        return attachments.part(from, item, digest, part).orElse(Bytes.EMPTY);
      }
      Objects.requireNonNull(told.get(lie)).incrementAndGet();
      Grant grant =
          node.core()
              .with(exchange -> exchange.attaching().grant(from, item, digest))
              .orElseThrow();
      try {
        return told(lie, grant, from, item, digest);
      } catch (WireException e) {
        throw new IllegalStateException(e);
      }
    }

    private Bytes told(Lie lie, Grant grant, NodeId from, ItemId item, Hash digest)
        throws ExchangeException, WireException {
      Bytes list = list(grant);
      return switch (lie) {
        case WRONG_LIST ->
            sealed(grant, from, item, 0, Bytes.concat(list.slice(32, 96), list.slice(0, 32)));
        case SHORT_LIST -> sealed(grant, from, item, 0, list.slice(0, 64));
        case WRONG_CHUNK -> sealed(grant, from, item, 2, filled(1 << 20));
        case SWAPPED -> attachments.part(from, item, digest, 1).orElseThrow();
        case TRUNCATED -> {
          Bytes right = attachments.part(from, item, digest, 2).orElseThrow();
          yield right.slice(0, right.size() - 10);
        }
        case LONGER -> sealed(grant, from, item, LAST, filled(4_322));
        case SHORTER -> sealed(grant, from, item, LAST, filled(4_320));
        case REFUSED -> throw new ExchangeException(ExchangeException.Code.UNAVAILABLE, "not now");
        case NOTHING -> Bytes.EMPTY;
      };
    }

    private static Bytes list(Grant grant) {
      ByteWriter out = new ByteWriter();
      grant.shelf().chunks().forEach(out::hash);
      return out.toBytes();
    }

    private static Bytes sealed(Grant grant, NodeId to, ItemId item, int part, Bytes content)
        throws WireException {
      return SealedPart.seal(
              new PartContext(NodePair.node("CO"), to, item, grant.attachment(), part),
              grant.recipientRecord(),
              RecipientKey.parse(grant.recipientKey()),
              filled(Sealer.RANDOMNESS_BYTES),
              content)
          .toBytes();
    }

    private static Bytes filled(int size) {
      byte[] bytes = new byte[size];
      java.util.Arrays.fill(bytes, (byte) 7);
      return Bytes.copyOf(bytes);
    }

    @Override
    public Bytes receive(NodeId from, Bytes envelope) throws ExchangeException {
      Links.Taken taken = node.core().with(exchange -> exchange.links().take(from, envelope));
      return node.core().with(exchange -> exchange.links().acknowledge(taken));
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
