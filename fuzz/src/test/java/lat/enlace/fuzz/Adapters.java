// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.gateway.CsvRows;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.Probes;
import lat.enlace.gateway.Questions;
import lat.enlace.gateway.Source;
import lat.enlace.instrument.decision.AskedText;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.EntityReader;
import lat.enlace.model.entity.Provenance;
import lat.enlace.wire.dispatch.DispatchCodec;
import org.jspecify.annotations.Nullable;

/// How to feed the parsers that take more than one raw input, and what else must hold for some of
/// those that do not.
final class Adapters {
  /// One way to feed a parser.
  @FunctionalInterface
  interface Adapter {
    @Nullable Object feed(byte[] data) throws Throwable;
  }

  private static final Provenance CLAIM = Provenance.claim("fuzzer", Instant.EPOCH);

  static final Map<String, Adapter> ALL =
      Map.ofEntries(
          Map.entry("gateway.CsvRows.open", Adapters::rows),
          Map.entry("gateway.Holdings.read", Adapters::holdings),
          Map.entry("gateway.Probes.open", Adapters::probes),
          Map.entry(
              "gateway.Probes.read", data -> Probes.read(new Part(Bytes.copyOf(data)), CLAIM)),
          Map.entry(
              "instrument.decision.AskedText.read",
              data -> AskedText.read(Inputs.text(data), ConfidenceLevel.HIT_NO_HIT)),
          Map.entry(
              "model.entity.EntityReader.read",
              data -> new EntityReader(CLAIM).read(Inputs.text(data))),
          Map.entry(
              "model.entity.EntityReader.readQuestion",
              data -> new EntityReader(CLAIM).readQuestion(Inputs.text(data))),
          Map.entry("wire.dispatch.DispatchCodec.decode", Adapters::dispatch));

  private Adapters() {}

  private static Object rows(byte[] data) throws Throwable {
    try (CsvRows rows = CsvRows.open(new Part(Bytes.copyOf(data)))) {
      while (rows.next().isPresent()) {
        // Reading to the end is the test.
      }
      return rows.header();
    }
  }

  private static Object probes(byte[] data) throws Throwable {
    try (Questions questions = Probes.open(new Part(Bytes.copyOf(data)), CLAIM)) {
      int read = 0;
      while (questions.next().isPresent()) {
        read++;
      }
      return read;
    }
  }

  private static Object holdings(byte[] data) throws Throwable {
    Part part = new Part(Bytes.copyOf(data));
    return Holdings.read(() -> List.of(part), CLAIM, entity -> {});
  }

  private static Dispatch dispatch(byte[] data) throws Throwable {
    Dispatch read = DispatchCodec.decode(Bytes.copyOf(data));
    if (!DispatchCodec.decode(DispatchCodec.encode(read)).equals(read)) {
      throw new AssertionError("writing what was read changed it");
    }
    return read;
  }

  /// The input as a file.
  private record Part(Bytes content) implements Source.Part {
    @Override
    public String name() {
      return "input";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.toArray());
    }
  }
}
