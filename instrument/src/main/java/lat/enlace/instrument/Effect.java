// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;

/// What the machine does because of a clause: a message key of the bundle
/// `lat.enlace.instrument.effects` and its arguments, which are codes and figures.
public record Effect(String key, List<String> arguments) {
  /// Copies.
  public Effect {
    arguments = List.copyOf(arguments);
  }
}
