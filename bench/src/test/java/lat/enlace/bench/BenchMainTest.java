// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lat.enlace.bench.measure.Measure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void bench_listsItsBenchmarks() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage:", "decide");
    assertThat(err.size()).isZero();
  }

  @Test
  void bench_saysWrongUseOnStandardErrorAlone() {
    for (String[] line :
        List.of(new String[0], new String[] {"nothing"}, new String[] {"--json"})) {
      assertThat(run(line)).isEqualTo(2);
    }
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("decide");
  }

  @Test
  void json_holdsWhatScriptsReadInThatOrder() {
    Measure alone = Measure.of("decision", "ns", List.of(3.0, 1.0, 2.0));
    Measure beside =
        new Measure("match", "1/s", List.of(10.0), List.of(new Measure.Peer("other", 4.0)));
    Report report = new Report("sample", new Machine("cpu", 2, 1024, "25"), List.of(alone, beside));

    JsonNode json = JsonMapper.shared().readTree(report.json());

    assertThat(json.propertyNames()).containsExactly("benchmark", "machine", "measures");
    assertThat(json.get("machine").propertyNames())
        .containsExactly("cpu", "cores", "memoryBytes", "java");
    JsonNode first = json.get("measures").get(0);
    assertThat(first.propertyNames())
        .containsExactly("name", "value", "unit", "runs", "min", "median", "max");
    assertThat(first.get("value").asDouble()).isEqualTo(2.0);
    assertThat(first.get("runs").asInt()).isEqualTo(3);
    JsonNode second = json.get("measures").get(1);
    assertThat(second.propertyNames())
        .containsExactly(
            "name", "value", "unit", "peer", "peerValue", "ratio", "runs", "min", "median", "max");
    assertThat(second.get("ratio").asDouble()).isEqualTo(2.5);
  }

  private int run(String... line) {
    return BenchMain.run(
        line,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
