// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.gateway.ImportReport;
import lat.enlace.gateway.ImportWarning;
import lat.enlace.gateway.ListClaim;

/// Says on standard error what was read.
final class ImportReportText {
  private ImportReportText() {}

  static void print(ImportReport report, PrintWriter err) {
    print(report.warnings(), err);
    report
        .counts()
        .forEach((code, count) -> {
          if (count > ImportReport.MAX_WARNINGS) {
            err.println("warning: " + count + " times in all: " + code.words());
          }
        });
    err.println(summary(report));
    err.flush();
  }

  static void print(List<ImportWarning> warnings, PrintWriter err) {
    warnings.forEach(warning -> err.println("warning: " + warning.text()));
    err.flush();
  }

  private static String summary(ImportReport report) {
    StringBuilder line = new StringBuilder();
    line.append(report.format().code()).append(": ").append(report.read()).append(" entities");
    if (report.setAside() > 0) {
      line.append(", ").append(report.setAside()).append(" carried unread");
    }
    report.listed().ifPresent(list -> line.append("; claims of ").append(list.name()));
    Optional<Instant> dated = report.listed().flatMap(ListClaim::datedOn);
    dated.ifPresent(day -> line.append(" of ").append(day));
    return line.toString();
  }
}
