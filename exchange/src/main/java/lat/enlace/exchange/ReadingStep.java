// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import lat.enlace.model.Coded;

/// The deed that something is read for. Where it is the reason of a reading, its code stands for
/// the officer's words and its case is that of what he reads (docs/spec/exchange.md, "Readings").
public enum ReadingStep implements Coded {
  /// A question that waits: to let it through or turn it away.
  ADMISSION("admission"),
  /// A follow-up and its question, beside the record held: to release or refuse.
  COMPARISON("comparison"),
  /// An inquiry: to reply.
  INQUIRY("inquiry"),
  /// The reply to an own inquiry.
  REPLY("reply"),
  /// A warning of a threat to a life: to act, or to review it.
  WARNING("warning"),
  /// Why the other side refused.
  REFUSAL("refusal"),
  /// A request that waits: to work on it and reply.
  REQUEST("request"),
  /// What the other side says about a request.
  PROGRESS("progress"),
  /// Information that nobody asked for.
  INFORMATION("information"),
  /// An alert of a partner: to take a stance, or because it may be the one found.
  ALERT("alert"),
  /// What partners found on an own alert.
  ALERT_HIT("alert-hit"),
  /// A partner asks whether he may use an item beyond its handling: to decide.
  CONSENT("consent");

  private final String code;

  ReadingStep(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
