// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.demo.DemoState;
import tools.jackson.databind.JsonNode;

/// What one node's authority last decided about the partner's mandate, and what must follow: while
/// it is contested no question leaves. With it, whom the partner protects.
final class Relations {
  private final DemoState here;
  private final DemoState partner;
  private final Api api;
  private final Notebook notebook;
  private final Set<String> guarded = ConcurrentHashMap.newKeySet();
  private volatile Standing standing = Standing.OPEN;

  /// As far as its officers were told.
  private enum Standing {
    OPEN,
    CLOSED,
    UNSURE
  }

  Relations(DemoState here, DemoState partner, Api api, Notebook notebook) {
    this.here = here;
    this.partner = partner;
    this.api = api;
    this.notebook = notebook;
  }

  /// True if the contest was acknowledged, and nothing was tried since.
  boolean certainlyClosed() {
    return standing == Standing.CLOSED;
  }

  /// Contests the mandate, or recognises it again if it is contested or may be.
  void change(boolean mayContest) throws InterruptedException {
    boolean contest = standing == Standing.OPEN && mayContest;
    if (standing == Standing.OPEN && !contest) {
      return;
    }
    standing = Standing.UNSURE;
    String deed = contest ? "/contest" : "/recognise";
    Reply reply =
        api.post(
            here.authority(),
            "/mandates/" + partner.code() + deed,
            Map.of("reason", "decreto inventado"));
    switch (reply) {
      case Reply.Done done -> {
        notebook.acknowledged(here.code() + " mandate of " + partner.code() + deed);
        standing = contest ? Standing.CLOSED : Standing.OPEN;
      }
      case Reply.Refused refused -> standing = contest ? Standing.UNSURE : Standing.OPEN;
      case Reply.Unknown unknown -> standing = Standing.UNSURE;
    }
  }

  /// Recognises it, once the nodes are well.
  void settle() throws InterruptedException {
    if (standing != Standing.OPEN) {
      change(false);
    }
  }

  /// What the node itself says after a cut: what was acknowledged stands.
  void audit() throws InterruptedException {
    Standing before = standing;
    if (before != Standing.UNSURE
        && api.get(here.authority(), "/mandates") instanceof Reply.Done(JsonNode contested)) {
      boolean closed = false;
      for (JsonNode each : contested) {
        closed |= each.path("state").asString().equals(partner.code().value());
      }
      if (closed != (before == Standing.CLOSED)) {
        notebook.lost(
            here.code() + " mandate of " + partner.code() + ": " + before + " was acknowledged");
      }
    }
  }

  /// A question about somebody whom the partner protects.
  void guard(String question) {
    guarded.add(question);
  }

  /// Such a question is answered as one about nobody.
  void look(String question, JsonNode now) {
    if (guarded.contains(question)
        && List.of("hit", "followed-up", "disclosed").contains(now.path("state").asString())) {
      notebook.againstPolicy(question + " met somebody protected");
    }
  }
}
