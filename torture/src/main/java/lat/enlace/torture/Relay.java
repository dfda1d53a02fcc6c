// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The network before one node: where its partners post, passed on to where it listens.
final class Relay implements AutoCloseable {
  private static final int BUFFER = 16_384;
  private static final int DRIP = 512;
  private static final int DRIP_MILLIS = 40;
  private static final int LOOK_MILLIS = 20;
  private static final int BROKEN_AFTER = 6_000;

  /// How it behaves.
  enum Mode {
    /// Passes everything on.
    OPEN,
    /// Ends every connection at once.
    CUT,
    /// Takes connections and bytes, and passes nothing on.
    HALF_OPEN,
    /// Passes little at a time.
    SLOW,
    /// Ends each connection in the middle of what it carries.
    BREAKS
  }

  private final ServerSocket door;
  private final InetSocketAddress node;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.OPEN;

  private Relay(ServerSocket door, InetSocketAddress node) {
    this.door = door;
    this.node = node;
  }

  /// Listens on `port` of `host` and passes on to the same port of `target`.
  static Relay start(String host, String target, int port) throws IOException {
    ServerSocket door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    Relay relay = new Relay(door, new InetSocketAddress(InetAddress.getByName(target), port));
    Thread.ofVirtual().start(relay::listen);
    return relay;
  }

  /// From now on; connections that carry bytes now are ended where it cuts.
  void set(Mode next) {
    mode = next;
    if (next == Mode.CUT) {
      sockets.forEach(Relay::end);
    }
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        Socket from = door.accept();
        sockets.add(from);
        Thread.ofVirtual().start(() -> serve(from));
      } catch (IOException e) {
        // Closed, or a connection that ended before it began.
      }
    }
  }

  private void serve(Socket from) {
    Socket to = new Socket();
    sockets.add(to);
    try {
      if (mode == Mode.CUT) {
        return;
      }
      to.connect(node);
      Thread back = Thread.ofVirtual().start(() -> pump(to, from));
      pump(from, to);
      back.join();
    } catch (IOException e) {
      // The node is not there: the partner finds its connection ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(from);
      end(to);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    long carried = 0;
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      while (true) {
        int read = in.read(buffer, 0, mode == Mode.SLOW ? DRIP : BUFFER);
        if (read < 0) {
          break;
        }
        carried += read;
        if (!pass(out, buffer, read, carried)) {
          break;
        }
      }
    } catch (IOException e) {
      // One side ended; so does the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end(from);
      end(to);
    }
  }

  private boolean pass(OutputStream out, byte[] buffer, int count, long carried)
      throws IOException, InterruptedException {
    while (mode == Mode.HALF_OPEN) {
      Thread.sleep(LOOK_MILLIS);
    }
    if (mode == Mode.SLOW) {
      Thread.sleep(DRIP_MILLIS);
    }
    if (mode == Mode.CUT || (mode == Mode.BREAKS && carried > BROKEN_AFTER)) {
      return false;
    }
    out.write(buffer, 0, count);
    return true;
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    sockets.forEach(Relay::end);
  }
}
