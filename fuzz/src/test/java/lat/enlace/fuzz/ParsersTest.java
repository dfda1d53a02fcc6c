// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every parser, fuzzed: 5 seconds for each, 30 in the full campaign.
class ParsersTest {
  private static final int SECONDS = 5;
  private static final int SECONDS_IN_FULL = 30;
  private static final int AT_ONCE = 2;

  private static final List<EntryPoint> PARSERS = EntryPoints.all();

  @TempDir private static Path folder;

  @Test
  void parsers_areFoundInTheCode() {
    assertThat(PARSERS)
        .extracting(EntryPoint::id)
        .contains("wire.batch.Batch.parse", "wire.dispatch.DispatchCodec.decode")
        .doesNotHaveDuplicates();
  }

  @Test
  void parsers_canAllBeFuzzed() {
    assertThat(PARSERS.stream().filter(parser -> !parser.isReachable()).map(EntryPoint::id))
        .as("parsers that need an adapter in Adapters (docs/fuzzing.md)")
        .isEmpty();
  }

  @Test
  void corpus_belongsToParsersThatExist() throws Exception {
    try (Stream<Path> folders = Files.list(Corpus.root())) {
      assertThat(folders.map(corpus -> corpus.getFileName().toString()))
          .isSubsetOf(PARSERS.stream().map(EntryPoint::id).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> corpus_isReadOrRefused() {
    return PARSERS.stream()
        .map(parser ->
            DynamicTest.dynamicTest(
                parser.id(),
                () -> {
                  for (Path input : Corpus.inputs(parser)) {
                    FuzzTarget.check(parser, Files.readAllBytes(input));
                  }
                }));
  }

  @TestFactory
  List<DynamicTest> fuzzer_findsNothing() throws Exception {
    int seconds = Boolean.getBoolean("enlace.full") ? SECONDS_IN_FULL : SECONDS;
    List<Future<Campaign.Result>> campaigns = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int share = 0; share < AT_ONCE; share++) {
        Campaign campaign = new Campaign(share(share), seconds, folder.resolve("share-" + share));
        campaigns.add(pool.submit(campaign::run));
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Future<Campaign.Result> campaign : campaigns) {
      Campaign.Result result = campaign.get();
      for (EntryPoint parser : result.campaign().parsers()) {
        tests.add(DynamicTest.dynamicTest(parser.id(), () -> ran(result, parser)));
      }
    }
    return tests;
  }

  private static List<EntryPoint> share(int share) {
    List<EntryPoint> reachable = PARSERS.stream().filter(EntryPoint::isReachable).toList();
    return IntStream.range(0, reachable.size())
        .filter(i -> i % AT_ONCE == share)
        .mapToObj(reachable::get)
        .toList();
  }

  /// A fuzzer that never reached a parser says nothing about it.
  private static void ran(Campaign.Result result, EntryPoint parser) {
    assertThat(result.complaint()).isEmpty();
    assertThat(result.runs().getOrDefault(parser.id(), 0L)).isGreaterThanOrEqualTo(20);
  }
}
