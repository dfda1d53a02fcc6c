// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.doctor.Doctor;
import lat.enlace.node.doctor.LinksFile;
import lat.enlace.node.doctor.PeerAddress;
import lat.enlace.node.doctor.Step;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clock that is an hour off is named, by how much, and with its mend.
class DoctorClockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void doctor_namesAClockThatIsAnHourFromAPartners() throws Exception {
    NodePair pair = new NodePair(folder).make();
    try (RunningNode ve = pair.start("VE")) {
      try (RunningNode co = pair.start("CO")) {
        assertThat(co.peerPort()).isPositive();
        awaitLinks(pair);
      }
      List<PeerAddress> peers = LinksFile.read(pair.folder("CO"));
      assertThat(peers).hasSize(1);
      Instant now = Instant.now();
      assertThat(clock(pair, peers, now).verdict()).isEqualTo(Step.Verdict.GOOD);

      Step ahead = clock(pair, peers, now.plus(Duration.ofHours(1)));
      assertThat(ahead.verdict()).isEqualTo(Step.Verdict.BROKEN);
      assertThat(ahead.detail()).contains("60 minutes ahead of", "CLOCK");
      assertThat(ahead.mend()).contains("set the clock");
      Step behind = clock(pair, peers, now.minus(Duration.ofHours(1)));
      assertThat(behind.detail()).contains("60 minutes behind");
      assertThat(ve.peerPort()).isPositive();
    }
  }

  /// The running node writes its links for the doctor at its first heartbeat.
  private static void awaitLinks(NodePair pair) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (LinksFile.read(pair.folder("CO")).isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(20);
    }
  }

  private static Step clock(NodePair pair, List<PeerAddress> peers, Instant now) throws Exception {
    Unlocker unlocker = new Unlocker(Map.of());
    Doctor.Access access =
        new Doctor.Access() {
          @Override
          public Unlocking unlocking(NodeSettings settings) throws ConfigException {
            return unlocker.unlocking(settings.unlock());
          }

          @Override
          public DatabaseSettings database(NodeSettings settings) throws ConfigException {
            return OpenNode.databaseSettings(pair.folder("CO"), settings.database());
          }
        };
    return new Doctor(pair.folder("CO"), now)
        .look(access, peers).stream()
            .filter(step -> step.name().equals("peer ve.example/enlace: clock"))
            .findFirst()
            .orElseThrow();
  }
}
