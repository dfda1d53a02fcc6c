// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.attach;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.Attaching.Shelf;
import lat.enlace.exchange.Attaching.Wanted;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.ledger.ChunkTree;
import lat.enlace.ledger.TreeHash;
import lat.enlace.model.NodeId;
import lat.enlace.node.peer.PeerAnswer;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.wire.WireException;
import lat.enlace.wire.seal.PartContext;
import lat.enlace.wire.seal.SealedPart;
import lat.enlace.wire.seal.SealingKey;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One loop per partner fetches the files that his items name, chunk by verified chunk, and goes on
/// where a cut or a crash left it. A file that does not come waits, longer each time, and holds up
/// neither the others nor the batches.
public final class Fetching implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FIRST_REST = Duration.ofSeconds(2);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);
  private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

  private final Way way;
  private final Attachments attachments;
  private final Map<NodeId, Thread> loops = new HashMap<>();
  private final Thread tidying;
  private boolean closed;

  /// How files come.
  ///
  /// @param keys the private key of this node's record of a number; null once it is destroyed
  public record Way(
      NodeId own, Core core, PeerClient client, LongFunction<Optional<SealingKey>> keys) {}

  /// A part that is not what it must be, or does not come.
  private static final class NotFetchedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotFetchedException(String why) {
      super(why);
    }
  }

  /// Into {@code attachments}.
  public Fetching(Way way, Attachments attachments) {
    this.way = way;
    this.attachments = attachments;
    this.tidying = Thread.ofVirtual().name("tidy-attachments").start(this::tidy);
  }

  /// Starts a loop for every partner that has none yet, and ends those of partners no more.
  public synchronized void serve(Set<NodeId> partners) {
    if (closed) {
      return;
    }
    for (NodeId partner : partners) {
      loops.computeIfAbsent(
          partner, one -> Thread.ofVirtual().name("fetch-" + one).start(() -> new Loop(one).run()));
    }
    loops
        .entrySet()
        .removeIf(loop -> {
          boolean gone = !partners.contains(loop.getKey());
          if (gone) {
            loop.getValue().interrupt();
          }
          return gone;
        });
  }

  /// Ends all loops; what is there of a file stays, and the next start goes on behind it.
  @Override
  public void close() {
    List<Thread> ending;
    synchronized (this) {
      closed = true;
      ending = new ArrayList<>(loops.values());
      loops.clear();
    }
    tidying.interrupt();
    ending.forEach(Thread::interrupt);
  }

  private void tidy() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          attachments.tidy();
        } catch (ExchangeException | IOException e) {
          troubled("attachments.not-tidied", e.getClass().getSimpleName());
        }
        Thread.sleep(TIDY_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void troubled(String event, String why) {
    LOG.atWarn().addKeyValue("event", event).addKeyValue("why", why).log("a file was not moved");
  }

  /// The loop of one partner.
  private final class Loop {
    private final NodeId partner;
    private final Map<String, Rest> resting = new HashMap<>();

    Loop(NodeId partner) {
      this.partner = partner;
    }

    private record Rest(long until, Duration length) {
      static Rest of(Duration length) {
        return new Rest(System.nanoTime() + length.toNanos(), length);
      }

      Rest longer() {
        Duration twice = length.multipliedBy(2);
        return of(twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice);
      }
    }

    void run() {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          try {
            fetchAll();
          } catch (ExchangeException e) {
            troubled("attachment.not-fetched", e.code().name());
          }
          Thread.sleep(PAUSE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void fetchAll() throws ExchangeException, InterruptedException {
      List<Wanted> wanted = way.core().with(exchange -> exchange.attaching().wanted(partner));
      resting.keySet().removeIf(file -> wanted.stream().noneMatch(one -> file(one).equals(file)));
      for (Wanted one : wanted) {
        Rest rest = resting.get(file(one));
        if (rest == null || System.nanoTime() - rest.until() >= 0) {
          try {
            fetch(one);
            resting.remove(file(one));
          } catch (NotFetchedException | AttachmentException | IOException e) {
            String why =
                e instanceof IOException ? "the disk failed" : String.valueOf(e.getMessage());
            troubled("attachment.not-fetched", why);
            resting.put(file(one), rest == null ? Rest.of(FIRST_REST) : rest.longer());
          }
        }
      }
    }

    private static String file(Wanted one) {
      return one.shelf().file();
    }

    private void fetch(Wanted wanted)
        throws NotFetchedException,
            AttachmentException,
            IOException,
            ExchangeException,
            InterruptedException {
      Wanted listed = wanted.shelf().chunks().isEmpty() ? list(wanted) : wanted;
      Shelf shelf = listed.shelf();
      ChunkFiles files = attachments.files();
      int chunks = listed.attachment().chunks();
      for (int index = files.present(shelf, listed.attachment()); index < chunks; index++) {
        Bytes chunk = part(listed, index + 1);
        if (!TreeHash.leaf(chunk).equals(shelf.chunks().get(index))) {
          throw new NotFetchedException("a chunk is not the one that the item names");
        }
        files.requireRoom(chunk.size());
        files.write(shelf, index, chunk);
      }
      files.sync(shelf);
      verify(listed);
      way.core()
          .with(exchange -> {
            exchange.attaching().whole(partner, listed);
            return true;
          });
    }

    /// What a cut of power left may be any bytes: every chunk is read once more before the file
    /// counts as whole.
    private void verify(Wanted listed) throws AttachmentException, IOException {
      for (int index = 0; index < listed.attachment().chunks(); index++) {
        try {
          attachments.files().read(listed.shelf(), listed.attachment(), index);
        } catch (AttachmentException e) {
          attachments.files().cut(listed.shelf(), index);
          throw e;
        }
      }
    }

    private Wanted list(Wanted wanted)
        throws NotFetchedException, ExchangeException, InterruptedException {
      Bytes list = part(wanted, 0);
      List<Hash> chunks = new ArrayList<>();
      try {
        ByteReader in = new ByteReader(list);
        while (in.remaining() > 0) {
          chunks.add(in.readHash());
        }
      } catch (MalformedBytesException e) {
        throw new NotFetchedException("the list of chunks is none");
      }
      if (chunks.size() != wanted.attachment().chunks()
          || !ChunkTree.root(chunks).equals(wanted.attachment().digest())) {
        throw new NotFetchedException("the list is not that of the digest");
      }
      way.core()
          .with(exchange -> {
            exchange.attaching().listed(partner, wanted, chunks);
            return true;
          });
      return new Wanted(wanted.item(), wanted.attachment(), wanted.shelf().listing(chunks));
    }

    private Bytes part(Wanted wanted, int part)
        throws NotFetchedException, ExchangeException, InterruptedException {
      Optional<String> endpoint = way.core().with(exchange -> exchange.links().endpoint(partner));
      if (endpoint.isEmpty()) {
        throw new NotFetchedException("no node record in force");
      }
      PeerAnswer answer =
          way.client()
              .part(partner, endpoint.get(), wanted.item(), wanted.attachment().digest(), part);
      return switch (answer) {
        case PeerAnswer.Body(Bytes sealed) -> unsealed(wanted, part, sealed);
        case PeerAnswer.Failed(var trouble, String detail) ->
            throw new NotFetchedException(trouble.code() + ": " + detail);
      };
    }

    private Bytes unsealed(Wanted wanted, int part, Bytes sealed) throws NotFetchedException {
      try {
        SealedPart parsed = SealedPart.parse(sealed);
        SealingKey key =
            way.keys()
                .apply(parsed.recipientRecord())
                .orElseThrow(() -> new NotFetchedException("sealed to a key that has ended"));
        return parsed.unseal(
            new PartContext(partner, way.own(), wanted.item(), wanted.attachment(), part), key);
      } catch (WireException e) {
        throw new NotFetchedException(e.code().name());
      }
    }
  }
}
