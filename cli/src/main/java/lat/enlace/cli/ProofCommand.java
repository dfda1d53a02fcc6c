// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// {@code enlace proof}: what can be done with a proof and nothing else.
@Command(
    name = "proof",
    mixinStandardHelpOptions = true,
    description = "Check a proof that an entry stands in a ledger, offline.",
    subcommands = {ProofVerifyCommand.class, HelpCommand.class})
public final class ProofCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: proof verify --proof F --entry F --keys F");
  }
}
