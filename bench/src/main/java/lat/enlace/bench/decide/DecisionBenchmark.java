// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.decide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import lat.enlace.bench.measure.Benchmark;
import lat.enlace.bench.measure.Measure;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentReader;
import lat.enlace.instrument.InstrumentTemplate;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.instrument.decision.AskedText;
import lat.enlace.instrument.decision.CompiledInstrument;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Context;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;

/// What a decision costs: permitted, refused by a gate, concealed; and what reading and compiling
/// an agreement costs.
public final class DecisionBenchmark implements Benchmark {
  private static final int RUNS = 7;
  private static final int DECISIONS = 400_000;
  private static final int TEXTS = 40;
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  /// Keeps the compiler from leaving out what nobody reads.
  private long seen;

  @Override
  public String name() {
    return "decide";
  }

  @Override
  public String summary() {
    return "one decision, and reading and compiling an agreement";
  }

  @Override
  public List<Measure> run(Progress progress) throws Exception {
    InstrumentText text = sample();
    Instrument instrument = InstrumentReader.read(text);
    CompiledInstrument compiled = CompiledInstrument.on(DAY, instrument);
    AskedText asked = asked("\"evidence\"");
    AskedText refused = asked("\"migration-status\"");
    Facts listed = new Facts(asked.context().facts().age(), Set.of(ConcealedFact.PROTECTED_PERSON));
    Context concealed =
        new Context(asked.context().standing(), listed, true, asked.context().approvals());
    List<Measure> measures = new ArrayList<>();
    progress.say("deciding");
    measures.add(decisions("permit", () -> compiled.decide(asked.question(), asked.context())));
    measures.add(decisions("refuse", () -> compiled.decide(refused.question(), refused.context())));
    measures.add(decisions("conceal", () -> compiled.decide(asked.question(), concealed)));
    progress.say("reading and compiling");
    measures.add(compilations(instrument));
    measures.add(readings(text));
    return measures;
  }

  /// A decision that permits, in microseconds.
  public Measure decision() throws Exception {
    CompiledInstrument compiled = CompiledInstrument.on(DAY, InstrumentReader.read(sample()));
    AskedText asked = asked("\"evidence\"");
    Measure nanos = decisions("permit", () -> compiled.decide(asked.question(), asked.context()));
    return Measure.of("decision", "us", nanos.runs().stream().map(one -> one / 1000).toList());
  }

  private Measure decisions(String name, Supplier<Decision> decide) {
    List<Double> runs = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < DECISIONS; i++) {
        seen += decide.get() instanceof Decision.Permit ? 1 : 2;
      }
      double nanos = (System.nanoTime() - start) / (double) DECISIONS;
      addAfterWarmUp(runs, run, nanos);
    }
    return Measure.of("decision, " + name, "ns", runs);
  }

  private Measure compilations(Instrument instrument) {
    List<Double> runs = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < TEXTS; i++) {
        seen += CompiledInstrument.on(DAY, instrument).day().getDayOfMonth();
      }
      addAfterWarmUp(runs, run, (System.nanoTime() - start) / (1000.0 * TEXTS));
    }
    return Measure.of("compile", "us", runs);
  }

  private Measure readings(InstrumentText text) throws Exception {
    List<Double> runs = new ArrayList<>();
    for (int run = 0; run <= RUNS; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < TEXTS; i++) {
        seen += InstrumentReader.read(text).parties().size();
      }
      addAfterWarmUp(runs, run, (System.nanoTime() - start) / (1000.0 * TEXTS));
    }
    return Measure.of("read", "us", runs);
  }

  private void addAfterWarmUp(List<Double> runs, int run, double figure) {
    if (run > 0 && seen != 0) {
      runs.add(figure);
    }
  }

  private static AskedText asked(String ground) throws Exception {
    String base = Files.readString(root().resolve("vectors/instrument/decide/base.json"));
    return AskedText.read(
        base.replaceFirst("\\{", "{\"side\": \"receiving\",").replace("\"evidence\"", ground),
        ConfidenceLevel.HIT_NO_HIT);
  }

  private static InstrumentText sample() throws IOException {
    String template = Files.readString(root().resolve("samples/templates/co-ve.yaml"));
    Map<String, String> values =
        new HashMap<>(Map.of("in-force.on", "2026-01-15", "review.by", "2030-01-15"));
    for (String state : List.of("co", "ve")) {
      values.put(state + ".node", state + ".example/enlace");
      values.put(state + ".root.ed25519", key(state, SignatureType.ED25519));
      values.put(state + ".root.ml-dsa-44", key(state, SignatureType.ML_DSA_44_TEXT));
    }
    return new InstrumentTemplate(template).fill(values);
  }

  private static String key(String state, SignatureType type) {
    Bytes seed = Hash.sha256(Bytes.utf8("benchmark root key of " + state)).value();
    return SigningKey.fromSeed(new KeyName(state + ".example/enlace/root"), type, seed)
        .verifierKey()
        .text();
  }

  private static Path root() {
    return Path.of(System.getProperty("enlace.home", "."));
  }
}
