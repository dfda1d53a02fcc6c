// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.read;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.WhatWasRead;

/// Enters that an officer reads what a partner sent, and tells the partner: unit, role, case,
/// reason, time and a pseudonym (invariant I5). Entry and report are of one work with whatever
/// gives the data out; it is for the caller to make that durable first.
public final class Readings {
  private final Accords accords;
  private final Decider decider;
  private final Letters letters;
  private final StateCode own;

  /// With what a report needs.
  public Readings(Accords accords, Decider decider, Letters letters, StateCode own) {
    this.accords = accords;
    this.decider = decider;
    this.letters = letters;
    this.own = own;
  }

  /// Who reads, as what, for which case and why.
  public record Reader(Officer by, Role role, CaseReference caseReference, String reason) {
    /// For a deed that says itself why.
    public Reader(Officer by, Role role, CaseReference caseReference, ReadingStep step) {
      this(by, role, caseReference, step.code());
    }
  }

  /// What is read.
  ///
  /// @param from who sent it
  /// @param about the dispatches it concerns
  public record Source(NodeId from, WhatWasRead what, List<DispatchId> about) {
    /// Copies the list.
    public Source {
      about = List.copyOf(about);
    }

    /// A dispatch by its id.
    public static Source dispatch(NodeId from, DispatchId id) {
      return new Source(from, new WhatWasRead.Sent(id), List.of(id));
    }
  }

  /// Enters the reading and reports it.
  ///
  /// @throws ExchangeException with code INVALID_FORM if no reason is given, NOT_FOUND if the
  ///   partner is none any more and cannot be told, REFUSED if this agency reads nothing
  public void report(Work work, Reader reader, Source source) throws ExchangeException {
    check(reader);
    Officer by = reader.by();
    var cover = Letters.Cover.plain(by, reader.role(), source.from(), new Basis.Governance());
    ItemBody.Reading reading =
        new ItemBody.Reading(
            source.what(),
            by.unit(),
            reader.role(),
            reader.caseReference(),
            reader.reason(),
            work.now().truncatedTo(ChronoUnit.MILLIS),
            letters.pseudonym(work, source.from(), by));
    Letters.Letter letter = letters.write(work, cover, reading);
    permit(work, by, source.from(), letter.id());
    List<DispatchId> about = new ArrayList<>(source.about());
    about.add(letter.id());
    enter(work, reader, source, about);
    letters.send(work, letter);
  }

  /// Enters the reading and tells nobody: of what is this node's own, and where a report would say
  /// more than the answer did.
  public void keep(Work work, Reader reader, Source source) throws ExchangeException {
    check(reader);
    enter(work, reader, source, source.about());
  }

  private static void check(Reader reader) throws ExchangeException {
    Stated.require(reader.reason(), "a reading has a reason");
  }

  private void enter(Work work, Reader reader, Source source, List<DispatchId> about) {
    Officer by = reader.by();
    Read read =
        new Read(
            by.id(),
            letters.pseudonym(work, source.from(), by),
            by.unit(),
            reader.role(),
            reader.caseReference(),
            reader.reason(),
            source.what().name());
    work.enter(Draft.kept(EntryType.READING, Stored.of(read), about, List.of(source.from())));
  }

  private void permit(Work work, Officer by, NodeId from, DispatchId reading)
      throws ExchangeException {
    StateCode originator =
        accords
            .stateOf(from)
            .orElseThrow(() ->
                new ExchangeException(
                    ExchangeException.Code.NOT_FOUND, "nobody to report a reading to"));
    Question question =
        Matter.channel(
            new Question.Route(
                Side.ASKING, DispatchKind.READING, own, originator, by.agency().kind()),
            new Basis.Governance());
    Matter matter = Matter.plain(from, question, List.of(reading));
    Verdict ruling = decider.rule(work, matter);
    if (!ruling.permits()) {
      throw new ExchangeException(ExchangeException.Code.REFUSED, "this agency reads nothing");
    }
    decider.enter(work, matter, ruling);
  }

  private record Read(
      OfficerId by,
      OfficerPseudonym reader,
      UnitId unit,
      Role role,
      CaseReference caseReference,
      String reason,
      String what) {}
}
