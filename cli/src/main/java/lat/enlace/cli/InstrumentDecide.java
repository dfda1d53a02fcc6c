// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.decision.AskedText;
import lat.enlace.instrument.decision.CompiledInstrument;
import lat.enlace.instrument.decision.Conversation;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace instrument decide}: what would a node under this agreement say to a question?
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decide a question under an agreement, signed or draft, with the reasons.",
      "Exit code 0 if it is permitted, 1 if it is refused or must be authorised first."
    })
final class InstrumentDecide implements Callable<Integer> {
  private static final int MAX_QUESTION_BYTES = 1 << 16;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The agreement.")
  private Path file = Path.of("");

  @Option(
      names = "--question",
      required = true,
      paramLabel = "FILE",
      description = "The question and its context in JSON or YAML (docs/spec/gates.md).")
  private Path questionFile = Path.of("");

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "The day it is asked, whose law applies (default: today, UTC).")
  private @Nullable LocalDate day;

  @Option(names = "--lang", paramLabel = "es|en", description = "Language (default: en).")
  private String lang = "en";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Language language =
        Coded.find(Language.class, lang)
            .filter(known -> known == Language.ES || known == Language.EN)
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "--lang: " + lang + " is none of es|en"));
    Path reading = file;
    try {
      Instrument instrument = AgreementFile.read(file).instrument();
      reading = questionFile;
      LocalDate on = day == null ? LocalDate.now(Clock.systemUTC()) : day;
      AskedText asked = AskedText.read(question(), instrument, on);
      Decision decision =
          Conversation.decide(
              CompiledInstrument.on(on, instrument), asked.question(), asked.context());
      PrintWriter out = spec.commandLine().getOut();
      DecisionText text = new DecisionText(language, instrument);
      if (json) {
        JsonLine.print(out, text.json(decision));
      } else {
        text.print(out, decision);
      }
      return decision instanceof Decision.Permit ? 0 : 1;
    } catch (InstrumentException e) {
      ProblemsText.print(spec.commandLine().getErr(), reading, e.problems());
      return EnlaceMain.COULD_NOT;
    }
  }

  private String question() throws IOException {
    return InputFile.text(questionFile, MAX_QUESTION_BYTES, "a question");
  }
}
