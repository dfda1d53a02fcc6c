// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lat.enlace.instrument.Article;
import lat.enlace.instrument.Effect;
import lat.enlace.instrument.EffectWords;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.MachineReading;
import lat.enlace.instrument.Mandate;
import lat.enlace.instrument.Party;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace instrument show}: the articles, and beside each what the machine does.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show an agreement as articles, and under each what the machine does.")
final class InstrumentShow implements Callable<Integer> {
  private static final int WIDTH = 96;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The agreement.")
  private Path file = Path.of("");

  @Option(
      names = "--lang",
      paramLabel = "es|pt|en|fr|nl",
      description = "Language of the articles (default: es).")
  private String lang = "es";

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Language language =
        Coded.find(Language.class, lang)
            .orElseThrow(
                () -> new ParameterException(spec.commandLine(), "no language \"" + lang + "\""));
    try {
      show(out, AgreementFile.read(file), language);
      return 0;
    } catch (InstrumentException e) {
      ProblemsText.print(spec.commandLine().getErr(), file, e.problems());
      return EnlaceMain.COULD_NOT;
    }
  }

  private static void show(PrintWriter out, AgreementFile agreement, Language language)
      throws InstrumentException {
    Instrument instrument = agreement.instrument();
    MachineReading reading = MachineReading.of(instrument);
    EffectWords words = EffectWords.in(language);
    paragraph(out, "", instrument.heading().title().in(language));
    out.printf(
        "%s, %d%nSHA-256 %s%n%n",
        instrument.id(), instrument.heading().version(), agreement.text().hash());
    tellOtherLanguage(out, instrument, language);
    for (Party party : instrument.parties()) {
      out.printf("%s  %s  %s%n", party.state(), party.name().in(language), party.node());
    }
    for (Mandate mandate : instrument.mandates()) {
      out.printf(
          "    %s: %s, %s, %s (%s)%n",
          mandate.state(),
          mandate.holder(),
          mandate.act(),
          mandate.since(),
          mandate.status().code());
    }
    for (Article article : instrument.articles()) {
      out.printf("%n%s  %s%n", article.clause(), article.title().in(language));
      paragraph(out, "  ", article.text().in(language));
      for (Effect effect : reading.because(article.clause())) {
        paragraph(out, "    > ", words.text(effect));
      }
    }
  }

  /// Says so where articles stand in another language than the one asked for.
  private static void tellOtherLanguage(PrintWriter out, Instrument instrument, Language asked) {
    String others =
        instrument.articles().stream()
            .map(article -> article.text().languageFor(asked))
            .filter(language -> language != asked)
            .distinct()
            .sorted()
            .map(Language::code)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      String authentic =
          instrument.heading().authentic().stream()
              .map(Language::code)
              .collect(Collectors.joining(", "));
      out.printf(
          "Not all articles have a text in %s: they stand below in %s. Authentic: %s.%n%n",
          asked.code(), others, authentic);
    }
  }

  /// Wraps at words; the first line carries the lead, the others as many spaces.
  private static void paragraph(PrintWriter out, String lead, String text) {
    StringBuilder line = new StringBuilder(lead);
    boolean empty = true;
    for (String word : text.strip().split("\\s+", -1)) {
      if (!empty && line.length() + word.length() >= WIDTH) {
        out.println(line);
        line.setLength(0);
        line.append(" ".repeat(lead.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.println(line);
  }
}
