// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lat.enlace.node.command.NodeLine;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.doctor.Doctor;
import lat.enlace.node.doctor.Step;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.ops.RecordChain;
import lat.enlace.node.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Node records signed ahead, as they lie in a data folder and come into force.
class RecordChainTest {
  @TempDir private Path folder;

  @Test
  void birth_signsAQuarterAheadWithoutGaps() throws Exception {
    DataFolder co = new NodePair(folder).make().folder("CO");
    List<RecordChain.Link> links = RecordChain.read(co);

    assertThat(links).hasSize(1 + RecordChain.WEEKS);
    for (int i = 1; i < links.size(); i++) {
      assertThat(links.get(i).number()).isEqualTo(i + 1L);
      assertThat(links.get(i).issued()).isBefore(links.get(i - 1).sealedUntil());
    }
  }

  @Test
  void renew_besideAnOpenNode_isTakenIntoForceByItsClock() throws Exception {
    NodePair pair = new NodePair(folder).make();
    try (OpenNode node = pair.open("CO")) {
      renew(pair, 2);
      node.core()
          .with(exchange -> {
            exchange.links().tick();
            return true;
          });
      long first = 2L + RecordChain.WEEKS;

      String inForce =
          node.core().with(exchange -> exchange.links().ownRecord()).orElseThrow().text();
      assertThat(inForce).contains("number " + first + "\n");
      assertThat(node.keyring().sealingKey(first)).isPresent();
      assertThat(node.core().with(exchange -> exchange.links().health()).getFirst().waiting())
          .isEqualTo(1);
    }
  }

  @Test
  void doctor_warnsBeforeTheLastSealingKeyEndsAndIsPlainAfterIt() throws Exception {
    NodePair pair = new NodePair(folder).make();
    Instant end = RecordChain.sealedUntil(pair.folder("CO"));

    assertThat(sealing(pair, end.minus(Duration.ofDays(40)))).contains("signed ahead until");
    assertThat(sealing(pair, end.minus(Duration.ofDays(10)))).contains("only until");
    assertThat(sealing(pair, end.plusSeconds(1))).contains("ended");
  }

  private static String sealing(NodePair pair, Instant now) throws Exception {
    Unlocker unlocker = new Unlocker(Map.of());
    List<Step> steps =
        new Doctor(pair.folder("CO"), now)
            .look(
                new Doctor.Access() {
                  @Override
                  public Unlocking unlocking(NodeSettings settings) throws ConfigException {
                    return unlocker.unlocking(settings.unlock());
                  }

                  @Override
                  public DatabaseSettings database(NodeSettings settings) throws ConfigException {
                    return OpenNode.databaseSettings(pair.folder("CO"), settings.database());
                  }
                },
                List.of());
    return steps.stream()
        .map(Step::toString)
        .filter(step -> step.contains("sealing"))
        .findFirst()
        .orElseThrow();
  }

  private static void renew(NodePair pair, int weeks) {
    StringWriter err = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
            .execute(
                "node",
                "renew",
                "--data",
                pair.folder("CO").root().toString(),
                "--weeks",
                Integer.toString(weeks));
    assertThat(exit).as(err.toString()).isZero();
  }
}
