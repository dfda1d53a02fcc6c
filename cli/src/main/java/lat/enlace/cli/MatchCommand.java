// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.gateway.GatewayException;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.ImportReport;
import lat.enlace.gateway.Probes;
import lat.enlace.gateway.Questions;
import lat.enlace.gateway.Source;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.matching.SearchOptions;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.model.entity.EntityQuestion;
import lat.enlace.model.entity.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// {@code enlace match}: screens a file of probes against holdings; one JSON line per probe, in the
/// order of the file.
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = "Screen probes against holdings; one JSON line per probe.")
public final class MatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--holdings",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "UN XML, OFAC CSV folder, FollowTheMoney JSON lines or CSV; told by content.")
  private List<Path> holdings = List.of();

  @Option(
      names = "--probes",
      required = true,
      paramLabel = "FILE",
      description = "CSV or JSON lines.")
  private Path probes = Path.of("");

  @Option(
      names = "--limit",
      paramLabel = "K",
      description = "Most candidates per probe, 1 to 1000 (default: 20).")
  private int limit = 20;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Lowest score of a hit, 0 to 1 (default: the screening threshold).")
  private @Nullable Double threshold;

  @Option(
      names = "--language",
      paramLabel = Tongue.CODES,
      description = "Language of the reasons (default: en).")
  private String language = "en";

  private final Matcher matcher = new Algo1();

  @Override
  public Integer call() throws IOException, GatewayException {
    SearchOptions options = options();
    CandidateJson json = new CandidateJson(Tongue.words(language, spec));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Provenance asker = Provenance.record("probes", now);
    Source.Part file = FileSource.part(probes);
    PrintWriter err = spec.commandLine().getErr();
    int total = checked(file, asker, err);
    List<HoldingsIndex> indexes = indexes(now);
    Progress progress = Progress.of(err, total);
    return new Delivery(null, spec.commandLine().getOut())
        .deliver(out -> {
          try (Questions questions = Probes.open(file, asker)) {
            Rounds.run(
                questions::next,
                question -> json.line(question.id(), search(question, indexes, options)) + "\n",
                out,
                progress);
          }
          return 0;
        });
  }

  // All of the probes are read before the first is answered, so that a fault in the last loses
  // nobody the answer to the first without a word.
  private int checked(Source.Part file, Provenance asker, PrintWriter err)
      throws IOException, GatewayException {
    try (Questions questions = Probes.open(file, asker)) {
      int total = Rounds.check(questions::next);
      ImportReportText.print(questions.warnings(), err);
      return total;
    } catch (GatewayException e) {
      boolean columns =
          e.code() == GatewayException.Code.UNKNOWN_FORMAT
              || e.code() == GatewayException.Code.HEADER;
      if (columns) {
        throw new ParameterException(
            spec.commandLine(),
            "--probes "
                + probes
                + ": needs a CSV file whose first line names the columns id and name, each once,"
                + " or JSON lines with id and name",
            e);
      }
      throw e;
    }
  }

  private SearchOptions options() {
    double lowest = threshold == null ? matcher.thresholds().screening() : threshold;
    try {
      return new SearchOptions(limit, lowest);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  // An index for each source: the same id in two of them names two records.
  private List<HoldingsIndex> indexes(Instant now) throws IOException, GatewayException {
    List<HoldingsIndex> indexes = new ArrayList<>();
    for (Path path : holdings) {
      HoldingsIndex index = matcher.newIndex();
      ImportReport report =
          Holdings.read(FileSource.of(path), Provenance.record("holdings", now), index::put);
      ImportReportText.print(report, spec.commandLine().getErr());
      indexes.add(index);
    }
    return indexes;
  }

  private static List<Candidate> search(
      EntityQuestion question, List<HoldingsIndex> indexes, SearchOptions options) {
    Probe probe = Probe.of(question.schema(), question.statements());
    List<Candidate> all = new ArrayList<>();
    indexes.forEach(index -> all.addAll(index.search(probe, options)));
    all.sort(Comparator.comparing(Candidate::score).reversed().thenComparing(Candidate::id));
    return all.subList(0, Math.min(options.limit(), all.size()));
  }
}
