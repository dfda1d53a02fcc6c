// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPortsTest {
  @Test
  void refuseTaken_namesThePortAndWhatToDo() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> DemoPorts.refuseTaken(List.of(port)))
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("stop it");
    }
  }
}
