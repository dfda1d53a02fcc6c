// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import lat.enlace.gateway.GatewayException;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.ImportReport;
import lat.enlace.gateway.Sink;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.EntityLine;
import lat.enlace.model.entity.EntityWriter;
import lat.enlace.model.entity.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace import}: a list or holding of any known format becomes FollowTheMoney JSON lines.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Read UN XML, OFAC CSV, FollowTheMoney or CSV and write FollowTheMoney JSON lines.")
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SOURCE",
      description = "A file, or the folder with sdn.csv, alt.csv, add.csv; told by content.")
  private Path source = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write here, whole or not at all, instead of to standard output.")
  private @Nullable Path out;

  @Option(
      names = "--source",
      paramLabel = "WHO",
      description = "Who states the values of a file that does not say so (default: import).")
  private String who = "import";

  @Option(
      names = "--plain",
      description = "Leave out who says so and since when, for tools that expect bare properties.")
  private boolean plain;

  @Option(names = "--check", description = "Read and report, write nothing.")
  private boolean check;

  @Override
  public Integer call() throws IOException, GatewayException {
    Provenance provenance = provenance();
    FileSource files = FileSource.of(source);
    ImportReport report =
        check
            ? Holdings.check(files, provenance)
            : new Delivery(out, spec.commandLine().getOut())
                .deliver(lines -> Holdings.read(files, provenance, new Lines(lines, form())));
    ImportReportText.print(report, spec.commandLine().getErr());
    return 0;
  }

  private Provenance provenance() {
    try {
      return Provenance.record(who, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--source: " + e.getMessage(), e);
    }
  }

  private EntityWriter form() {
    return new EntityWriter(plain ? EntityWriter.Form.PLAIN : EntityWriter.Form.STATEMENTS);
  }

  /// Writes each entity as a line, and word for word what is only carried.
  private record Lines(Writer out, EntityWriter form) implements Sink {
    @Override
    public void entity(Entity entity) {
      Delivery.put(out, form.line(entity) + "\n");
    }

    @Override
    public void foreign(EntityLine.Foreign foreign) {
      Delivery.put(out, foreign.json().strip() + "\n");
    }
  }
}
