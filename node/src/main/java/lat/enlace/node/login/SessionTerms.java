// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.model.OfficerId;

/// Which sessions of an account count: those begun since somebody last ended all of them. Kept in
/// memory, as sessions are.
public final class SessionTerms {
  private final Map<OfficerId, Integer> ended = new ConcurrentHashMap<>();

  /// The term in which a session that begins now stands.
  int of(OfficerId account) {
    return ended.getOrDefault(account, 0);
  }

  /// Ends all sessions of `account`.
  void end(OfficerId account) {
    ended.merge(account, 1, Integer::sum);
  }
}
