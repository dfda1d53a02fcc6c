// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The ports of the demonstration: eight, fixed, on the loopback interface.
final class DemoPorts {
  private DemoPorts() {}

  /// Refuses to begin while another program has one of them.
  static void refuseTaken() throws StepFailedException {
    List<Integer> wanted = new ArrayList<>();
    DemoState.ALL.forEach(state -> wanted.addAll(List.of(state.webPort(), state.peerPort())));
    refuseTaken(wanted);
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
