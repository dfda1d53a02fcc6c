// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The committed inputs of each fuzzer: seeds, whatever once broke a parser, and files in the same
/// format that stand elsewhere: vectors, samples, seeds of another parser.
final class Corpus {
  private static final String AGREEMENT = "fuzz/corpus/instrument.InstrumentReader.read";
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("gateway.CsvRows.open", "fuzz/corpus/gateway.Probes.read"),
          Map.entry("gateway.Holdings.check", "vectors/gateway/read"),
          Map.entry("gateway.Holdings.read", "vectors/gateway/read"),
          Map.entry("instrument.Document.of", AGREEMENT),
          Map.entry("instrument.InstrumentText.of", AGREEMENT),
          Map.entry(
              "instrument.decision.AskedText.read-String-Instrument-LocalDate",
              "fuzz/corpus/instrument.decision.AskedText.read-String-ConfidenceLevel"),
          Map.entry(
              "instrument.SignedInstrument.acceded", "fuzz/corpus/instrument.AccessionReader.read"),
          Map.entry("instrument.SignedInstrument.verify", "samples/agreements"),
          Map.entry("ledger.SignedCheckpoint.of", "fuzz/corpus/ledger.SignedCheckpoint.parse"),
          Map.entry("node.ops.LogSuccession.of", "fuzz/corpus/ledger.SignedCheckpoint.parse"),
          Map.entry("wire.batch.Receipt.parse", "vectors/wire/receipt"),
          Map.entry("wire.dispatch.DispatchCodec.decode", "vectors/wire/dispatch"));

  private Corpus() {}

  static Path root() {
    return top().resolve("fuzz").resolve("corpus");
  }

  static List<Path> inputs(EntryPoint entry) throws IOException {
    List<Path> inputs = new ArrayList<>(files(root().resolve(entry.id())));
    String more = ELSEWHERE.get(entry.id());
    if (more != null) {
      inputs.addAll(files(top().resolve(more)));
    }
    return inputs;
  }

  static Path top() {
    return Path.of(System.getProperty("enlace.root"));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
