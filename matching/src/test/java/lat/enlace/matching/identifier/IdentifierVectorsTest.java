// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// One invented number that each format takes, and the same with a fault, with the reason why it is
/// refused.
class IdentifierVectorsTest {
  private final Identifiers identifiers = new Identifiers(LocalDate.of(2026, 11, 22));

  private static List<String[]> vectors() throws IOException {
    Path file = Path.of(System.getProperty("enlace.root"), "vectors/matching/identifiers.csv");
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }

  @TestFactory
  Stream<DynamicTest> check_judgesByTheRuleOfTheFormat() throws IOException {
    return vectors().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                row[0],
                () -> {
                  assertThat(identifiers.check(row[0], row[1]))
                      .isEqualTo(new Verdict(true, row[1], Fault.NONE));
                  Verdict refused = identifiers.check(row[0], row[2]);
                  assertThat(refused.valid()).isFalse();
                  assertThat(refused.reason().code()).isEqualTo(row[3]);
                }));
  }

  // The zones of travel documents are judged by the specimens of the standard.
  @Test
  void everyFormat_hasAVector() throws IOException {
    TreeSet<String> without = new TreeSet<>(identifiers.formats());
    vectors().forEach(row -> without.remove(row[0]));
    assertThat(without).containsExactly("mrz_td1", "mrz_td2", "mrz_td3");
  }
}
