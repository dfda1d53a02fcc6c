// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lat.enlace.gateway.CsvWriter;
import lat.enlace.gateway.GatewayException;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.ImportReport;
import lat.enlace.model.entity.EntityWriter;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace export}: entities leave in a form that tools of others read.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write entities as CSV for spreadsheets or as plain FollowTheMoney JSON lines.")
public final class ExportCommand implements Callable<Integer> {
  /// What can be written.
  enum Format {
    csv,
    ftm
  }

  /// Nothing that is exported says since when, so no clock is asked.
  private static final Provenance UNSAID = Provenance.record("export", Instant.EPOCH);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SOURCE",
      description = "FollowTheMoney JSON lines, or any format that import reads.")
  private Path source = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "csv|ftm",
      description = "csv, or ftm for bare properties (default: csv).")
  private Format format = Format.csv;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write here, whole or not at all, instead of to standard output.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, GatewayException {
    FileSource files = FileSource.of(source);
    Delivery delivery = new Delivery(out, spec.commandLine().getOut());
    ImportReport report =
        switch (format) {
          case csv -> {
            CsvWriter rows = new CsvWriter(columns(files));
            yield delivery.deliver(lines -> csv(files, rows, lines));
          }
          case ftm -> delivery.deliver(lines -> ftm(files, lines));
        };
    ImportReportText.print(report, spec.commandLine().getErr());
    return 0;
  }

  private static Set<Property> columns(FileSource files) throws GatewayException {
    Set<Property> columns = new TreeSet<>();
    Holdings.read(
        files,
        UNSAID,
        entity -> entity.statements().stream().map(Statement::property).forEach(columns::add));
    return columns;
  }

  private static ImportReport csv(FileSource files, CsvWriter rows, Writer lines)
      throws GatewayException {
    Delivery.put(lines, rows.header());
    return Holdings.read(files, UNSAID, entity -> Delivery.put(lines, rows.row(entity)));
  }

  private static ImportReport ftm(FileSource files, Writer lines) throws GatewayException {
    EntityWriter form = new EntityWriter(EntityWriter.Form.PLAIN);
    return Holdings.read(files, UNSAID, entity -> Delivery.put(lines, form.line(entity) + "\n"));
  }
}
