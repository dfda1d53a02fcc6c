// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// What becomes of dispatches, kind by kind.
public interface Intake {
  /// Why a dispatch is not taken in: none or one. Enters the decision and ends what waited for the
  /// dispatch; changes nothing else.
  List<ErrorCode> refusal(Work work, Received received);

  /// Lets it take effect. Called at most once for each leaf of a sender's log.
  void take(Work work, Received received) throws ExchangeException;

  /// The partner committed to having received, or refused, a dispatch of this node.
  ///
  /// @param receipt says when
  void delivered(Work work, Dispatch dispatch, Receipt receipt);

  /// False while the link must hold a dispatch back: data on persons under an instrument that was
  /// suspended, or lowered below the dispatch's kind, since.
  boolean mayLeave(Work work, Dispatch dispatch);

  /// True if it can never leave any more: the instrument it rests on has ended or was replaced.
  boolean neverLeaves(Work work, Dispatch dispatch);

  /// It was taken out of the outbox and never left. Whoever waits for what it would have brought is
  /// told, here or at the partner.
  void stranded(Work work, Dispatch dispatch) throws ExchangeException;
}
