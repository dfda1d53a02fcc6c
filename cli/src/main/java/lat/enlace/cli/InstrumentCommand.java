// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// {@code enlace instrument}: agreements as code, from the shell.
@Command(
    name = "instrument",
    mixinStandardHelpOptions = true,
    description = "Check, read, compare, sign and verify agreements, and try decisions on them.",
    subcommands = {
      CommandLine.HelpCommand.class,
      InstrumentCheck.class,
      InstrumentShow.class,
      InstrumentDiffCommand.class,
      InstrumentSign.class,
      InstrumentVerify.class,
      InstrumentDecide.class
    },
    footer = {
      "",
      "FILE is the text of an agreement, or the text with its signatures (a signed note).",
      "Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 could not."
    })
public final class InstrumentCommand {}
