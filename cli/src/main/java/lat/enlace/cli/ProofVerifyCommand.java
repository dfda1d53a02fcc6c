// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.TlogProof;
import lat.enlace.ledger.TrustedKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// {@code enlace proof verify}: whether an entry stands in a ledger, from three files.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Check that an entry stands in a ledger, and whose.",
      "Exit code 0: valid. 1: not. 2: wrong use. 3: could not read."
    })
public final class ProofVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--proof",
      required = true,
      paramLabel = "FILE",
      description = "The proof (C2SP tlog-proof).")
  private Path proof = Path.of("");

  @Option(
      names = "--entry",
      required = true,
      paramLabel = "FILE",
      description = "The opening: 32 bytes of salt, then the exact bytes of the entry.")
  private Path entry = Path.of("");

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "FILE",
      description =
          "Verifier keys, one a line, and 'quorum k' for how many witnesses must have signed.")
  private Path keys = Path.of("");

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Bytes proofFile = InputFile.read(proof);
    Bytes entryFile = InputFile.read(entry);
    ProofVerdict verdict = examine(proofFile, entryFile, trustedKeys());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLine.print(out, verdict.fields());
    } else {
      verdict.lines().forEach(out::println);
      out.flush();
    }
    return verdict.ok() ? 0 : 1;
  }

  private ProofVerdict examine(Bytes proofFile, Bytes entryFile, TrustedKeys trusted) {
    TlogProof claimed;
    try {
      claimed = TlogProof.parse(proofFile);
    } catch (LedgerException e) {
      return ProofVerdict.Invalid.of(e);
    }
    Opening opening;
    try {
      opening = Opening.parse(entryFile);
    } catch (LedgerException e) {
      return ProofVerdict.Invalid.of(e);
    }
    return ProofVerdict.of(claimed, opening, policy(trusted, claimed));
  }

  /// The keys of the log that the proof names. That the file has none for it is the caller's to
  /// mend.
  private ProofPolicy policy(TrustedKeys trusted, TlogProof claimed) {
    try {
      return trusted.policyFor(claimed.checkpoint().checkpoint().origin());
    } catch (LedgerException e) {
      throw new ParameterException(
          spec.commandLine(),
          keys + ": " + LedgerVerifyCommand.lacking(claimed.checkpoint().checkpoint().origin()),
          e);
    }
  }

  private TrustedKeys trustedKeys() throws IOException {
    try {
      return TrustedKeys.parse(InputFile.read(keys));
    } catch (LedgerException e) {
      throw new ParameterException(
          spec.commandLine(), keys + ": " + LedgerVerifyCommand.NO_KEYS_FILE, e);
    }
  }
}
