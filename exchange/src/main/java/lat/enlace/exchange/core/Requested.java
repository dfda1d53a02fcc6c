// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.core;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.inform.Informed;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.record.Work;
import lat.enlace.exchange.request.Arrivals;
import lat.enlace.exchange.request.Replies;
import lat.enlace.model.DispatchId;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// Who takes requests, and what nobody asked for.
record Requested(Arrivals arrivals, Replies replies, Informed informing) {
  List<ErrorCode> refusal(Work work, Received received, RequestBody body) {
    return switch (body) {
      case RequestBody.Request _ -> List.of();
      case RequestBody.Progress progress -> arrivals.refusal(work, received, progress);
      case RequestBody.Clarification said -> replies.refusal(work, received, said);
      case RequestBody.Reply reply -> arrivals.refusal(work, received, reply);
      case RequestBody.Withdrawal withdrawal -> replies.refusal(work, received, withdrawal);
    };
  }

  List<ErrorCode> refusal(Work work, Received received, SpontaneousBody body) {
    return switch (body) {
      case SpontaneousBody.Information information ->
          informing.refusal(work, received, information);
      case SpontaneousBody.Feedback feedback -> informing.refusal(work, received, feedback);
    };
  }

  void take(Work work, Received received, RequestBody body) throws ExchangeException {
    switch (body) {
      case RequestBody.Request request -> replies.take(work, received, request);
      case RequestBody.Progress progress -> arrivals.take(work, received, progress);
      case RequestBody.Clarification said -> replies.take(work, received, said);
      case RequestBody.Reply reply -> arrivals.take(work, received, reply);
      case RequestBody.Withdrawal withdrawal -> replies.take(work, withdrawal);
    }
  }

  void take(Work work, Received received, SpontaneousBody body) {
    switch (body) {
      case SpontaneousBody.Information information -> informing.take(work, received, information);
      case SpontaneousBody.Feedback feedback -> informing.take(work, feedback);
    }
  }

  void delivered(Work work, DispatchId id, RequestBody body, Receipt receipt) {
    switch (body) {
      case RequestBody.Request _ -> arrivals.delivered(work, id, receipt);
      case RequestBody.Clarification _ -> arrivals.clarified(work, id, receipt);
      case RequestBody.Reply reply -> replies.delivered(work, reply, receipt);
      case RequestBody.Progress _, RequestBody.Withdrawal _ -> {
        // The entry in the inbox is all there is to know.
      }
    }
  }

  void stranded(Work work, Dispatch dispatch, RequestBody body) throws ExchangeException {
    switch (body) {
      case RequestBody.Request _ -> arrivals.stranded(work, dispatch);
      case RequestBody.Reply reply -> replies.stranded(work, reply);
      case RequestBody.Progress _, RequestBody.Clarification _ -> {
        // Nobody waits for the words alone: the request ends with the agreement.
      }
      case RequestBody.Withdrawal _ ->
          throw new IllegalStateException("no standing holds this kind back");
    }
  }

  void stranded(Work work, Dispatch dispatch, SpontaneousBody body) {
    switch (body) {
      case SpontaneousBody.Information _ -> informing.stranded(work, dispatch);
      case SpontaneousBody.Feedback _ -> {
        // What came of it concerns nobody any more.
      }
    }
  }
}
