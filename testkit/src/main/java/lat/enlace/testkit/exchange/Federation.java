// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.InstrumentTemplate;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;

/// Nodes in one thread, joined by real instruments and node records: Colombia with each of the
/// others. Colombia's partners have no instrument among themselves.
public final class Federation {
  /// When every federation begins.
  public static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private static final Duration RECORD_TERM = Duration.ofDays(365);

  private final SimulatedClock.World world = new SimulatedClock.World(START);
  private final List<TestNode> nodes = new ArrayList<>();

  private Federation() {}

  /// Colombia, Venezuela and Ecuador, opened and joined. Same seed, same federation.
  public static Federation ofThree(long seed) throws ExchangeException {
    Federation federation = new Federation();
    for (String state : List.of("CO", "VE", "EC")) {
      federation.nodes.add(new TestNode(state, federation.world, seed));
    }
    for (TestNode node : federation.nodes) {
      node.open();
    }
    federation.join("co-ve", federation.co(), federation.ve());
    federation.join("co-ec", federation.co(), federation.ec());
    return federation;
  }

  /// Colombia.
  public TestNode co() {
    return nodes.get(0);
  }

  /// Venezuela.
  public TestNode ve() {
    return nodes.get(1);
  }

  /// Ecuador.
  public TestNode ec() {
    return nodes.get(2);
  }

  /// All nodes.
  public List<TestNode> nodes() {
    return List.copyOf(nodes);
  }

  /// The true time.
  public SimulatedClock.World world() {
    return world;
  }

  /// The ceremony: both sign the instrument, each adopts it and the node records of both.
  private void join(String name, TestNode one, TestNode other) throws ExchangeException {
    SignedInstrument signed = signed(name, one, other);
    for (TestNode node : List.of(one, other)) {
      node.core().standings().adopt(node.operator(), signed);
      for (TestNode known : List.of(one, other)) {
        if (node != known || node.core().links().endpoint(node.id()).isEmpty()) {
          adoptRecord(node, known);
        }
      }
    }
  }

  private static void adoptRecord(TestNode node, TestNode known) throws ExchangeException {
    Bytes note =
        known.keys().nodeRecord(1, START.minus(Duration.ofHours(1)), START.plus(RECORD_TERM));
    node.core().standings().adoptNodeRecord(node.operator(), text(note));
  }

  /// The instrument of these two, from the templates of the demonstration.
  public static SignedInstrument signed(String name, TestNode one, TestNode other) {
    return signed(name, one, other, UnaryOperator.identity());
  }

  /// The text of Colombia and Venezuela under another id.
  public static SignedInstrument another(String id, TestNode one, TestNode other) {
    return signed(
        "co-ve", one, other, text -> text.replace("id: co-ve-2026-cooperation", "id: " + id));
  }

  /// The same with its text changed before they sign.
  public static SignedInstrument signed(
      String name, TestNode one, TestNode other, UnaryOperator<String> change) {
    Map<String, String> places = new HashMap<>();
    // The templates explain themselves in a comment that looks like a place.
    places.put("...", "...");
    places.put("in-force.on", "2026-01-01");
    places.put("review.by", "2028-01-01");
    for (TestNode node : List.of(one, other)) {
      String state = node.identity().state().value().toLowerCase(Locale.ROOT);
      places.put(state + ".node", node.id().value());
      places.put(state + ".root.ed25519", node.keys().root().getFirst().verifierKey().text());
      places.put(state + ".root.ml-dsa-44", node.keys().root().getLast().verifierKey().text());
    }
    InstrumentText text = new InstrumentTemplate(change.apply(template(name))).fill(places);
    try {
      Note note = Note.unsigned(text.value());
      for (TestNode node : List.of(one, other)) {
        for (SigningKey key : node.keys().root()) {
          note = note.sign(key, START);
        }
      }
      return SignedInstrument.verify(note.bytes());
    } catch (NoteException | InstrumentException e) {
      throw new IllegalStateException("the demonstration's instruments are valid", e);
    }
  }

  private static String template(String name) {
    String path = "/samples/templates/" + name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(Federation.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Bytes note) {
    return new String(note.toArray(), StandardCharsets.UTF_8);
  }

  /// Delivers what waits between any two nodes until nothing moves.
  public void settle() throws ExchangeException {
    for (int round = 0; round < 50; round++) {
      boolean moved = false;
      for (TestNode from : nodes) {
        for (TestNode to : nodes) {
          moved |= from != to && deliver(from, to);
        }
      }
      if (!moved) {
        return;
      }
    }
    throw new IllegalStateException("the federation does not settle");
  }

  /// Delivers one batch.
  ///
  /// @return whether one waited
  public boolean deliver(TestNode from, TestNode to) throws ExchangeException {
    Optional<Links.Outgoing> outgoing = from.core().links().next(to.id());
    if (outgoing.isEmpty()) {
      return false;
    }
    Bytes ack = to.core().links().receive(from.id(), outgoing.get().envelope());
    from.core().links().delivered(outgoing.get(), ack);
    return true;
  }
}
