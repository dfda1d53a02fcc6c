// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.util.List;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.read.Answered;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// Both ends of alerts, and what becomes of their dispatches.
public final class Alerts {
  /// Ends looked at in one go.
  private static final int MOST = 64;

  private final Issued issued;
  private final Heeded heeded;
  private final IssueDesk issuing;
  private final HeedDesk heeding;

  /// With its parts.
  public Alerts(AskParts parts) {
    AlertShelf shelf = AlertShelf.open(parts.shelves().matcher(), parts.journal());
    this.issued = new Issued(parts);
    this.heeded = new Heeded(parts, shelf);
    this.issuing = new IssueDesk(parts);
    this.heeding = new HeedDesk(parts, shelf, heeded);
  }

  /// The officers who issue.
  public Alerting alerting() {
    return issuing;
  }

  /// The officers who hold what partners issued.
  public Heeding heeding() {
    return heeding;
  }

  /// Ends again what was taken back after the database was copied.
  ///
  /// @return how many alerts ended
  /// @throws ExchangeException with code UNAVAILABLE if the marks cannot be read
  public int forgetAgain() throws ExchangeException {
    return heeded.again();
  }

  /// True of an alert of this node that ended before it left.
  public boolean over(Work work, DispatchId alert) {
    return issued.over(work, alert);
  }

  /// Why something is not taken in.
  public List<ErrorCode> refusal(Work work, Received received, AlertBody body) {
    return switch (body) {
      case AlertBody.Alert alert -> heeded.refusal(work, received, alert);
      case AlertBody.Change change -> heeded.refusal(work, received, change);
      case AlertBody.Stance stance -> issued.refusal(work, received, stance);
      case AlertBody.Hit hit -> issued.refusal(work, received, hit);
      case AlertBody.Statement statement -> issued.refusal(work, received, statement);
    };
  }

  /// Something came.
  public void take(Work work, Received received, AlertBody body) throws ExchangeException {
    switch (body) {
      case AlertBody.Alert alert -> heeded.take(work, received, alert);
      case AlertBody.Change change -> heeded.take(work, received, change);
      case AlertBody.Stance stance -> issued.take(work, stance);
      case AlertBody.Hit hit -> issued.take(work, received, hit);
      case AlertBody.Statement statement -> issued.take(work, received, statement);
    }
  }

  /// The partner's receipt.
  public void delivered(Work work, Dispatch dispatch, AlertBody body, Receipt receipt) {
    issued.delivered(work, dispatch, body, receipt);
  }

  /// It never left.
  public void stranded(Work work, Dispatch dispatch, AlertBody body) {
    issued.stranded(work, dispatch, body);
  }

  /// Ends what its time has come for, at both ends.
  public void tick(Work work) {
    for (AlertRows.Due due : AlertRows.due(work, MOST)) {
      if (due.held()) {
        heeded.expire(work, due.id());
      } else {
        issued.expire(work, due.id());
      }
    }
  }

  /// Whether this node shows something of it elsewhere than at its desk.
  public static Answered answered(Work work, AlertBody body) {
    return switch (body) {
      case AlertBody.Alert _ -> Answered.NOT_YET;
      case AlertBody.Change change -> lasts(work, change.alert());
      case AlertBody.Hit _ -> Answered.WITH_SOMETHING;
      case AlertBody.Stance _, AlertBody.Statement _ -> Answered.WITH_NOTHING;
    };
  }

  private static Answered lasts(Work work, DispatchId alert) {
    return AlertRows.held(work, alert).filter(row -> row.held().state().lasts()).isPresent()
        ? Answered.NOT_YET
        : Answered.WITH_NOTHING;
  }
}
