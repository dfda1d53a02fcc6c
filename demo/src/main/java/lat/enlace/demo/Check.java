// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import lat.enlace.cli.EnlaceMain;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.wire.WireException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole story unattended, step by step. A failed step is reported and the next one tried.
final class Check {
  private static final long MAX_RESIDENT_MEBIBYTES = 512;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Nodes nodes;
  private final Consumer<String> progress;
  private final List<StepResult> steps = new ArrayList<>();
  private final Story story = new Story();

  Check(Nodes nodes, Consumer<String> progress) {
    this.nodes = nodes;
    this.progress = progress;
  }

  CheckReport run() throws InterruptedException {
    step("nodes-run-apart", this::memory);
    step("ask-three-states", story::askThree);
    step("asker-confirms", story::confirmAsAsker);
    step("holder-confirms-and-discloses", story::confirmAsHolder);
    step("disclosed-item-read", story::readDisclosed);
    step("proof-verified-offline", this::proof);
    step("migration-ground-refused", story::migrationGround);
    step("protected-person-looks-like-no-hit", story::protectedPerson);
    lies();
    step("suspension-refuses-next-question", story::suspend);
    step("whereabouts-passes-under-suspension", story::whereabouts);
    step("recall-passes-under-suspension", story::recall);
    step("relations-restored-one-step", story::restoreOneStep);
    step("memory-stayed-bounded", this::memory);
    nodes.stopAll();
    List<CheckReport.LedgerResult> ledgers = new ArrayList<>();
    step("ledgers-verify", () -> ledgers(ledgers));
    return new CheckReport(
        steps, ledgers, (System.nanoTime() - nodes.startedNanos()) / NANOS_PER_SECOND);
  }

  private void lies() throws InterruptedException {
    nodes.stop(DemoState.BR);
    Path own = nodes.data(DemoState.BR);
    try (Liar liar = Liar.takeOver(own, nodes.data(DemoState.CO))) {
      step("tampered-batch-refused", liar::tamperedBatch);
      step("repeated-batch-taken-once", liar::repeatedBatch);
      step("unlogged-dispatch-refused", liar::unloggedDispatch);
      step("forked-log-refused", () -> liar.forkedLog(Files.createTempDirectory("enlace-fork")));
    } catch (ConfigException | KeysException | ExchangeException e) {
      report(new StepResult("liar-takes-over", false, String.valueOf(e.getMessage())));
    }
  }

  private String memory() throws IOException, StepFailedException {
    List<String> seen = new ArrayList<>();
    for (Map.Entry<DemoState, Long> each : nodes.mostResidentMebibytes().entrySet()) {
      String held = each.getKey().code() + " " + each.getValue() + " MiB";
      StepFailedException.unless(each.getValue() <= MAX_RESIDENT_MEBIBYTES, "too much: " + held);
      seen.add(held);
    }
    return seen.size() + " running processes, resident at most: " + String.join(", ", seen);
  }

  private String proof() throws IOException, InterruptedException, StepFailedException {
    JsonNode bundle = story.proofOfDisclosure();
    Path folder = Files.createDirectories(nodes.folder().resolve("proof"));
    Path proof = Files.writeString(folder.resolve("disclosure.tlog-proof"), text(bundle, "proof"));
    // The holder's own published keys, not those that came with the proof.
    Path keys = nodes.data(DemoState.VE).resolve("ledger.vkeys");
    Path entry =
        Files.write(
            folder.resolve("disclosure.opening"),
            Base64.getDecoder().decode(text(bundle, "opening")));
    String said =
        enlace(
            "proof",
            "verify",
            "--proof",
            proof.toString(),
            "--entry",
            entry.toString(),
            "--keys",
            keys.toString());
    return said.strip().replace('\n', ' ');
  }

  private String ledgers(List<CheckReport.LedgerResult> results)
      throws IOException, StepFailedException {
    for (DemoState state : DemoState.ALL) {
      Path data = nodes.data(state);
      Path ledger = data.resolve("ledger");
      JsonNode said =
          JsonMapper.shared()
              .readTree(
                  enlace(
                      "ledger",
                      "verify",
                      ledger.toString(),
                      "--keys",
                      data.resolve("ledger.vkeys").toString(),
                      "--json"));
      results.add(
          new CheckReport.LedgerResult(
              state.code().value(),
              ledger,
              said.path("size").asLong(),
              said.path("ok").asBoolean()));
    }
    return String.format(Locale.ROOT, "%d ledgers verified with their keys", results.size());
  }

  /// Runs the command line in this process; it needs no node.
  private static String enlace(String... arguments) throws StepFailedException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        EnlaceMain.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    StepFailedException.unless(
        code == 0, "enlace " + String.join(" ", arguments) + ": exit " + code + " " + out + err);
    return out.toString();
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private void step(String name, Step step) throws InterruptedException {
    try {
      report(new StepResult(name, true, step.take()));
    } catch (StepFailedException
        | IOException
        | WireException
        | LedgerException
        | LogStorageException e) {
      report(new StepResult(name, false, e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
  }

  private void report(StepResult result) {
    steps.add(result);
    progress.accept(
        (result.ok() ? "  ok    " : "  FAIL  ") + result.name() + ": " + result.detail());
  }

  /// One step; returns what was seen.
  @FunctionalInterface
  private interface Step {
    String take()
        throws StepFailedException,
            IOException,
            InterruptedException,
            WireException,
            LedgerException,
            LogStorageException;
  }
}
