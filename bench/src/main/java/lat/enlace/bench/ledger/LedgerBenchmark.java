// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lat.enlace.bench.measure.Benchmark;
import lat.enlace.bench.measure.DiskFolder;
import lat.enlace.bench.measure.Latencies;
import lat.enlace.bench.measure.Measure;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.InclusionProof;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.TreeHash;

/// How many entries the ledger takes in a second, durable and under a signed head, and how long one
/// waits; beside it a hash chain in PostgreSQL.
public final class LedgerBenchmark implements Benchmark {
  private static final double P99 = 0.99;
  private static final int MOST_WAITING = 1 << 15;
  private static final long SECOND = 1_000_000_000;
  private static final long WARM_UP_NANOS = SECOND / 5;

  private final Scale scale;

  /// How much is measured.
  ///
  /// @param entries of each run of the rate
  /// @param load entries offered in a second while single ones are timed
  /// @param seconds of that, and of each run of the peer
  /// @param proofs of each run, in a tree of `entries`
  public record Scale(int runs, int entries, int load, double seconds, int proofs) {}

  /// In full.
  public LedgerBenchmark() {
    this(new Scale(3, 1_000_000, 50_000, 10, 1_000_000));
  }

  /// At another scale, for trying out.
  public LedgerBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String summary() {
    return "entries durable and integrated, waits, proofs; beside a hash chain in PostgreSQL";
  }

  @Override
  public List<Measure> run(Progress progress) throws Exception {
    List<Bytes> entries = Entries.make(scale.entries(), 1);
    List<Double> rates = new ArrayList<>();
    List<Double> proofs = new ArrayList<>();
    for (int run = 0; run <= scale.runs(); run++) {
      progress.say("appending, run " + run + " of " + scale.runs());
      oneRun(entries, run == 0 ? new ArrayList<>() : rates, run == 0 ? new ArrayList<>() : proofs);
    }
    List<Double> acks = new ArrayList<>();
    List<Double> cosigned = new ArrayList<>();
    for (int run = 0; run < scale.runs(); run++) {
      progress.say("waiting at " + scale.load() + " entries a second, run " + (run + 1));
      waits(entries, acks, cosigned);
    }
    progress.say("the peer");
    double peer = peer(entries);
    return List.of(
        new Measure(
            "append-rate", "1/s", rates, List.of(new Measure.Peer("postgresql-hash-chain", peer))),
        Measure.of("ack-p99", "ms", acks),
        Measure.of("cosigned-p99", "ms", cosigned),
        Measure.of("proof-rate", "1/s", proofs));
  }

  private void oneRun(List<Bytes> entries, List<Double> rates, List<Double> proofs)
      throws Exception {
    Latencies unused = new Latencies();
    SharedLog.Source all = new SharedLog.Source(entries, _ -> 0);
    try (DiskFolder folder = DiskFolder.create();
        Cosigners cosigners = new Cosigners(folder.at("witnesses"), unused);
        SharedLog log = new SharedLog(folder.at("log"), all, cosigners, unused)) {
      long start = System.nanoTime();
      for (int from = 0; from < entries.size(); from += MOST_WAITING) {
        int upTo = Math.min(entries.size(), from + MOST_WAITING);
        log.offer(upTo);
        log.awaitAppended(upTo - MOST_WAITING / 2);
      }
      log.awaitIntegrated(entries.size());
      rates.add(entries.size() * 1e9 / (System.nanoTime() - start));
      proofs.add(proofRate(log.view(), entries));
    }
  }

  /// Entries come when they are due, whether those before them were served or not.
  private void waits(List<Bytes> entries, List<Double> acks, List<Double> cosigned)
      throws Exception {
    Latencies acknowledged = new Latencies();
    Latencies witnessed = new Latencies();
    long start = System.nanoTime() + WARM_UP_NANOS;
    SharedLog.Source source =
        new SharedLog.Source(entries, index -> start + index * SECOND / scale.load());
    try (DiskFolder folder = DiskFolder.create();
        Cosigners cosigners = new Cosigners(folder.at("witnesses"), witnessed);
        SharedLog log = new SharedLog(folder.at("log"), source, cosigners, acknowledged)) {
      long all = (long) (scale.load() * scale.seconds());
      long due = 0;
      while (due < all) {
        due = Math.clamp((System.nanoTime() - start) * scale.load() / SECOND, 0, all);
        log.offer(due);
        Thread.sleep(1);
      }
      log.awaitIntegrated(all);
    }
    acks.add(acknowledged.millis(P99));
    cosigned.add(witnessed.millis(P99));
  }

  private double proofRate(LogView view, List<Bytes> entries) throws Exception {
    Hash root = view.root();
    int workers = Runtime.getRuntime().availableProcessors();
    int each = scale.proofs() / workers;
    List<Callable<Integer>> work = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      SplittableRandom random = new SplittableRandom(worker);
      work.add(() -> prove(view, root, entries, random, each));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      long start = System.nanoTime();
      for (Future<Integer> one : threads.invokeAll(work)) {
        one.get();
      }
      return (double) each * workers * 1e9 / (System.nanoTime() - start);
    }
  }

  /// Makes proofs for entries drawn by chance and checks one of each thousand.
  private static int prove(
      LogView view, Hash root, List<Bytes> entries, SplittableRandom random, int count)
      throws Exception {
    int hashes = 0;
    for (int i = 0; i < count; i++) {
      int index = random.nextInt(entries.size());
      InclusionProof proof = view.inclusion(index);
      hashes += proof.path().size();
      if (i % 1_000 == 0) {
        proof.check(TreeHash.leaf(entries.get(index)), root);
      }
    }
    return hashes;
  }

  private double peer(List<Bytes> entries) throws Exception {
    List<Double> rates = new ArrayList<>();
    try (DiskFolder folder = DiskFolder.create();
        PostgresChain chain = new PostgresChain(folder.at("postgres"))) {
      chain.rate(entries, scale.seconds() / 5);
      for (int run = 0; run < scale.runs(); run++) {
        rates.add(chain.rate(entries, scale.seconds()));
      }
    }
    return Measure.of("peer", "1/s", rates).median();
  }
}
