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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every parser, fuzzed: 5 seconds for each, 30 in the full campaign.
class ParsersTest {
  private static final int SECONDS = 5;
  private static final int SECONDS_IN_FULL = 30;
  private static final int AT_ONCE =
      Integer.getInteger("enlace.fuzz.processes", Boolean.getBoolean("enlace.full") ? 2 : 4);

  private static final List<EntryPoint> PARSERS = EntryPoints.all();

  /// What the fuzzers said, with what each parser had at the end.
  private static final Path LOGS = Corpus.top().resolve("fuzz/target");

  @TempDir private static Path folder;

  @Test
  void parsers_areFoundInTheCode() {
    assertThat(PARSERS)
        .extracting(EntryPoint::id)
        .contains(
            "wire.batch.Batch.parse",
            "wire.dispatch.DispatchCodec.decode",
            "instrument.SignedInstrument.verify",
            "instrument.InstrumentReader.read",
            "matching.identifier.Identifiers.check",
            "exchange.record.Stored.read",
            "node.ops.SubjectLines.read")
        .doesNotHaveDuplicates();
  }

  @Test
  void exceptions_areFoundInTheCodeToo() {
    assertThat(EntryPoints.found())
        .extracting(EntryPoint::id)
        .containsAll(EntryPoints.NO_PARSERS.keySet());
  }

  @Test
  void corpus_hasASeedForEveryParserThatItReads() throws Exception {
    List<String> lacking = new ArrayList<>();
    for (EntryPoint parser : PARSERS) {
      boolean read = false;
      for (Path input : Corpus.inputs(parser)) {
        read |= isRead(parser, Files.readAllBytes(input));
      }
      if (!read) {
        lacking.add(parser.id());
      }
    }
    assertThat(lacking).as("parsers without a valid seed in fuzz/corpus").isEmpty();
  }

  private static boolean isRead(EntryPoint parser, byte[] input) {
    try {
      return parser.feed(input) != null;
    } catch (Throwable e) {
      throw new AssertionError(parser.id(), e);
    }
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
      Files.write(LOGS.resolve(result.campaign().folder().getFileName() + ".log"), result.said());
      for (EntryPoint parser : result.campaign().parsers()) {
        tests.add(DynamicTest.dynamicTest(parser.id(), () -> ran(result, parser)));
      }
    }
    return tests;
  }

  /// Neighbours stay together: what they share is instrumented once.
  private static List<EntryPoint> share(int share) {
    List<EntryPoint> reachable = PARSERS.stream().filter(EntryPoint::isReachable).toList();
    return reachable.subList(
        reachable.size() * share / AT_ONCE, reachable.size() * (share + 1) / AT_ONCE);
  }

  /// A fuzzer that never reached a parser says nothing about it. What was asked for is what it was
  /// given: its own time, measured.
  private static void ran(Campaign.Result result, EntryPoint parser) {
    assertThat(result.isSound()).as(() -> String.join("\n", result.said())).isTrue();
    Campaign.Share share = result.shares().getOrDefault(parser.id(), Campaign.Share.NONE);
    long asked = result.campaign().seconds() * 1000L;
    assertThat(share.runs()).isGreaterThanOrEqualTo(FuzzTarget.LEAST_RUNS);
    assertThat(share.millis()).isGreaterThanOrEqualTo(asked);
    assertThat(share.processorMillis())
        .isGreaterThanOrEqualTo(asked / FuzzTarget.LEAST_ON_PROCESSOR);
  }
}
