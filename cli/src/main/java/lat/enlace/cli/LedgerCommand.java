// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// {@code enlace ledger}: what can be done with a copy of a ledger and nothing else.
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Check a ledger, offline.",
    subcommands = {LedgerVerifyCommand.class, HelpCommand.class})
public final class LedgerCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: ledger verify DIR");
  }
}
