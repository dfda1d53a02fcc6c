// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.InstantSource;
import java.util.List;

/// What a log needs from outside: its files, its keys, the keys it signed with before, and the time
/// it states in its checkpoints. `former` lets a log open whose last checkpoint was signed before
/// its keys were replaced.
public record LogPorts(
    LogStorage storage, LogSigner signer, List<LogKeys> former, InstantSource clock) {
  /// Checks that all keys are of one log.
  public LogPorts {
    former = List.copyOf(former);
    Origin origin = signer.origin();
    if (former.stream().anyMatch(keys -> !keys.origin().equals(origin))) {
      throw new IllegalArgumentException("former keys of another log");
    }
  }

  /// Of a log whose keys were never replaced.
  public LogPorts(LogStorage storage, LogSigner signer, InstantSource clock) {
    this(storage, signer, List.of(), clock);
  }
}
