// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// {@code enlace instrument verify}: did every party sign exactly this?
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Verify that every party signed an agreement with all its root keys.",
      "Whether the keys are the right ones people settle by comparing fingerprints."
    })
final class InstrumentVerify implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The signed agreement.")
  private Path file = Path.of("");

  @Option(
      names = "--accession",
      paramLabel = "FILE",
      description = "A signed accession to it; may be repeated, in order.")
  private List<Path> accessions = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ObjectNode result = JsonLine.object().put("file", file.toString());
    try {
      SignedInstrument signed = SignedInstrument.verify(AgreementFile.bounded(file));
      for (Path accession : accessions) {
        signed = signed.acceded(AgreementFile.bounded(accession));
      }
      accepted(result, signed);
    } catch (InstrumentException e) {
      refused(result, e);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLine.print(out, result);
    } else {
      print(out, result);
    }
    return result.get("ok").asBoolean() ? 0 : 1;
  }

  private static void accepted(ObjectNode result, SignedInstrument signed) {
    result
        .put("ok", true)
        .put("id", signed.instrument().id().value())
        .put("hash", signed.text().hash().base64());
    ArrayNode parties = result.putArray("parties");
    for (Party party : signed.instrument().parties()) {
      ArrayNode keys = parties.addObject().put("state", party.state().value()).putArray("rootKeys");
      for (VerifierKey key : party.rootKeys()) {
        keys.addObject()
            .put("name", key.name().value())
            .put("type", key.type().name())
            .put("fingerprint", Fingerprint.of(key));
      }
    }
  }

  private void refused(ObjectNode result, InstrumentException refusal) throws IOException {
    InstrumentException told = refusal;
    List<VerifierKey> unsigned = List.of();
    try {
      AgreementFile agreement = AgreementFile.read(file);
      List<VerifierKey> signers = SignedInstrument.signers(agreement.instrument());
      unsigned =
          agreement.note().map(note -> SignedInstrument.missing(note, signers)).orElse(signers);
    } catch (InstrumentException e) {
      told = e;
    }
    result.put("ok", false).put("code", told.code().name());
    result.put("meaning", FailureWords.of(told.code()));
    ProblemsText.json(result, told.problems());
    ArrayNode missing = result.putArray("missing");
    unsigned.forEach(key -> missing.add(key.toString()));
  }

  private static void print(PrintWriter out, ObjectNode result) {
    if (!result.get("ok").asBoolean()) {
      out.println("NOT VERIFIED: " + result.get("meaning").asString());
      result
          .get("missing")
          .forEach(key -> out.println("  no valid signature by " + key.asString()));
      result
          .get("problems")
          .forEach(problem ->
              out.printf(
                  "  line %d: %s%n",
                  problem.get("line").asInt(), problem.get("advice").asString()));
      return;
    }
    out.printf("%s: every party signed%n", result.get("id").asString());
    out.println("  SHA-256 " + result.get("hash").asString());
    for (var party : result.get("parties")) {
      for (var key : party.get("rootKeys")) {
        out.printf(
            "  %s  %s %s%n      %s%n",
            party.get("state").asString(),
            key.get("type").asString(),
            key.get("name").asString(),
            key.get("fingerprint").asString());
      }
    }
  }
}
