// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.gateway.GatewayException;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.ImportReport;
import lat.enlace.gateway.ImportWarning;
import lat.enlace.gateway.Source;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.Core;
import lat.enlace.workbench.Imports;

/// Reads files into the holdings of this node: all of a file, or nothing.
public final class HoldingFiles implements Imports {
  private final Core core;
  private final Clock clock;

  /// Into `core`.
  public HoldingFiles(Core core, Clock clock) {
    this.core = core;
    this.clock = clock;
  }

  @Override
  public Report claims(Officer by, String list, Bytes file) throws ExchangeException {
    return claims(by, list, new OneFile("file", file));
  }

  /// Adds the entities of a published list that may consist of several files.
  public Report claims(Officer by, String list, Source source) throws ExchangeException {
    if (list.isBlank() || list.length() > Statement.MAX_SOURCE_LENGTH) {
      return refused("a list has a name of 1 to 256 characters");
    }
    Loaded loaded = entities(source, Provenance.claim(list, clock.now()));
    if (!loaded.report().problem().isEmpty()) {
      return loaded.report();
    }
    core.with(exchange -> {
      exchange.holdings().importClaims(by, list, loaded.entities());
      return true;
    });
    return loaded.report();
  }

  @Override
  public Report sealed(Officer by, ConcealedFact why, Bytes file) throws ExchangeException {
    return sealed(by, why, new OneFile("file", file));
  }

  /// Puts the persons of a source on the sealed list.
  public Report sealed(Officer by, ConcealedFact why, Source source) throws ExchangeException {
    Loaded loaded = entities(source, Provenance.record(by.agency().id().value(), clock.now()));
    if (!loaded.report().problem().isEmpty()) {
      return loaded.report();
    }
    core.with(exchange -> {
      exchange.holdings().seal(by, why, loaded.entities());
      return true;
    });
    return loaded.report();
  }

  @Override
  public Report subjects(Officer by, Bytes file) throws ExchangeException {
    return subjects(by, file, CaseFields.NONE);
  }

  /// Adds case subjects from FollowTheMoney JSON lines or CSV.
  ///
  /// @param ofFile the case fields of records that do not say their own
  public Report subjects(Officer by, Bytes file, CaseFields ofFile) throws ExchangeException {
    SubjectLines.Subjects read;
    String source = by.agency().id().value();
    try {
      String text = file.text();
      read =
          text.stripLeading().startsWith("{")
              ? SubjectLines.read(text, source, clock.now(), ofFile)
              : SubjectRows.read(file, Provenance.record(source, clock.now()), ofFile);
    } catch (MalformedBytesException e) {
      return refused("the file is not UTF-8; save it as UTF-8 without changing anything else");
    } catch (SubjectLines.LineException | GatewayException e) {
      return refused(String.valueOf(e.getMessage()));
    }
    List<String> warnings = new ArrayList<>(read.warnings());
    try {
      int uncovered = core.with(exchange -> exchange.holdings().putAll(by, read.subjects()));
      if (uncovered > 0) {
        warnings.add(
            uncovered + " are of offences that no agreement covers; no partner is told of them");
      }
    } catch (ExchangeException e) {
      if (e.code() != ExchangeException.Code.ID_TAKEN) {
        throw e;
      }
      return refused(String.valueOf(e.getMessage()));
    }
    return new Report(read.subjects().size(), warnings, List.of());
  }

  private static Loaded entities(Source source, Provenance provenance) {
    List<Entity> entities = new ArrayList<>();
    try {
      ImportReport read = Holdings.read(source, provenance, entities::add);
      List<String> warnings = read.warnings().stream().map(ImportWarning::text).toList();
      return new Loaded(new Report(entities.size(), warnings, List.of()), entities);
    } catch (GatewayException e) {
      return new Loaded(refused(String.valueOf(e.getMessage())), List.of());
    }
  }

  private static Report refused(String problem) {
    return new Report(0, List.of(), List.of(problem));
  }

  private record Loaded(Report report, List<Entity> entities) {
    @Override
    public String toString() {
      return "Loaded[" + entities.size() + "]";
    }
  }
}
