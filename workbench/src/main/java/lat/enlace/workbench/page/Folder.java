// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What one session keeps for a while: drafts, opened papers, and which forms were sent already.
/// Everything in it is forgotten with the session, and each thing after {@link #KEPT}.
final class Folder {
  static final int MOST = 32;
  static final int MOST_TOKENS = 512;
  static final Duration KEPT = Duration.ofMinutes(15);

  private final Map<String, Paper> papers = new LinkedHashMap<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private record Paper(Object content, Instant until) {}

  synchronized void put(String name, Object content, Instant now) {
    papers.values().removeIf(paper -> paper.until().isBefore(now));
    papers.remove(name);
    dropEldest(papers, MOST);
    papers.put(name, new Paper(content, now.plus(KEPT)));
  }

  synchronized <T> Optional<T> find(String name, Class<T> type, Instant now) {
    return Optional.ofNullable(papers.get(name))
        .filter(paper -> !paper.until().isBefore(now))
        .map(Paper::content)
        .filter(type::isInstance)
        .map(type::cast);
  }

  synchronized void remove(String name) {
    papers.remove(name);
  }

  synchronized void issue(String token) {
    dropEldest(tokens, MOST_TOKENS);
    tokens.put(token, "");
  }

  /// Where an earlier use of {@code token} led; empty text if it was not used; nothing if unknown.
  synchronized Optional<String> led(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  synchronized void used(String token, String led) {
    tokens.put(token, led);
  }

  private static void dropEldest(Map<String, ?> map, int most) {
    while (map.size() >= most) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
