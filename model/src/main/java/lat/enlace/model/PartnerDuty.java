// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What one node owes another on a clock that both reckon (docs/spec/pair-record.md).
public enum PartnerDuty implements Coded {
  /// The last reply to a request.
  REPLY("reply"),
  /// What was done with a recall.
  RECALL("recall"),
  /// The reply to a whereabouts inquiry.
  WHEREABOUTS("whereabouts");

  private final String code;

  PartnerDuty(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
