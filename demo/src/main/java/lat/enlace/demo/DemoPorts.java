// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where the nodes listen on the loopback interface: the eight ports that the demonstration is
/// known by, moved by {@code shift} where another one may be running on the same machine.
public record DemoPorts(int shift) {
  /// The ports that the demonstration prints.
  public static final DemoPorts USUAL = new DemoPorts(0);

  private static final int STEP = 20;
  private static final int TRIES = 40;
  private static final int FIRST = 10_000;

  /// Eight that no program has now, beside the usual ones.
  public static DemoPorts free() throws StepFailedException {
    return IntStream.range(0, TRIES)
        .mapToObj(turn -> new DemoPorts(FIRST + turn * STEP))
        .filter(ports -> ports.all().stream().noneMatch(DemoPorts::taken))
        .findFirst()
        .orElseThrow(() -> new StepFailedException("no eight free ports on this machine"));
  }

  /// Where people log in.
  public int web(DemoState state) {
    return state.webPort() + shift;
  }

  /// Where partners post.
  public int peer(DemoState state) {
    return state.peerPort() + shift;
  }

  /// Address of the first page, with a slash at its end.
  public String page(DemoState state) {
    return "http://" + state.host() + ":" + web(state) + "/";
  }

  /// Refuses to begin while another program has one of them.
  void refuseTaken() throws StepFailedException {
    refuseTaken(all());
  }

  private List<Integer> all() {
    return DemoState.ALL.stream().flatMap(state -> Stream.of(web(state), peer(state))).toList();
  }

  static void refuseTaken(List<Integer> wanted) throws StepFailedException {
    List<Integer> taken = wanted.stream().filter(DemoPorts::taken).toList();
    String names = taken.stream().map(String::valueOf).collect(Collectors.joining(", "));
    StepFailedException.unless(
        taken.isEmpty(),
        "another program has port "
            + names
            + "; perhaps a demo is still running: stop it, then begin again");
  }

  private static boolean taken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
