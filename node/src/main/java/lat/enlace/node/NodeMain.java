// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import lat.enlace.node.command.NodeLine;

/// Where `./enlace node`, `doctor`, `fsck`, `backup` and `restore` begin.
public final class NodeMain {
  private NodeMain() {}

  /// Runs one command and leaves with its exit code.
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(NodeLine.commandLine(out, err).execute(args));
  }
}
