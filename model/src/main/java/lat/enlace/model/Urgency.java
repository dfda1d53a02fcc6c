// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.time.Duration;

/// How fast an answer is owed, counted from receipt (Directive (EU) 2023/977, article 5). An
/// instrument may set other clocks.
public enum Urgency implements Coded {
  /// Urgent and directly accessible: eight hours.
  U8H("U8H", Duration.ofHours(8)),
  /// Urgent and indirectly accessible: three calendar days.
  U3D("U3D", Duration.ofDays(3)),
  /// All others: seven calendar days.
  N7D("N7D", Duration.ofDays(7));

  private final String code;
  private final Duration clock;

  Urgency(String code, Duration clock) {
    this.code = code;
    this.clock = clock;
  }

  @Override
  public String code() {
    return code;
  }

  /// The clock where the instrument sets none.
  public Duration clock() {
    return clock;
  }
}
