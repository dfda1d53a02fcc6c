// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.Console;
import java.util.Map;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.NodeSettings.Unlock;
import lat.enlace.node.keys.Unlocking;

/// Turns the setting `unlock` into what opens the vault.
public final class Unlocker {
  private final Map<String, String> environment;

  /// Reads passphrases from `environment`.
  public Unlocker(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What opens the vault.
  ///
  /// @throws ConfigException with code MISSING if the variable or the console is not there
  public Unlocking unlocking(Unlock setting) throws ConfigException {
    return switch (setting) {
      case Unlock.KeyFile(var file) -> new Unlocking.KeyFile(file);
      case Unlock.Environment(String variable) -> {
        String passphrase = environment.get(variable);
        if (passphrase == null || passphrase.isEmpty()) {
          throw new ConfigException(
              ConfigException.Code.MISSING, "the environment variable " + variable);
        }
        yield new Unlocking.Passphrase(passphrase);
      }
      case Unlock.Console() -> new Unlocking.Passphrase(typed());
    };
  }

  // The compiler warns that the console is no longer null; its signature still says it may be.
  @SuppressWarnings("SystemConsoleNull")
  private static String typed() throws ConfigException {
    Console console = System.console();
    char[] typed =
        console != null && console.isTerminal()
            ? console.readPassword("Passphrase of the node: ")
            : new char[0];
    if (typed == null || typed.length == 0) {
      throw new ConfigException(ConfigException.Code.MISSING, "a terminal to type the passphrase");
    }
    return new String(typed);
  }
}
