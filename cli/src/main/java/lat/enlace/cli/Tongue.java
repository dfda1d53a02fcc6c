// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import lat.enlace.matching.Explanations;
import lat.enlace.model.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The languages in which the command line gives reasons.
final class Tongue {
  /// What the help texts show.
  static final String CODES = "es|pt|en";

  private Tongue() {}

  /// The words of the language with this code.
  ///
  /// @throws ParameterException if reasons are not given in it
  static Explanations words(String code, CommandSpec spec) {
    return new Explanations(
        switch (code) {
          case "es" -> Language.ES;
          case "pt" -> Language.PT;
          case "en" -> Language.EN;
          default ->
              throw new ParameterException(
                  spec.commandLine(), "--language: " + code + " is none of " + CODES);
        });
  }
}
