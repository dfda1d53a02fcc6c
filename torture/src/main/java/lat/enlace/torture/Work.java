// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.random.RandomGenerator;
import lat.enlace.demo.DemoState;
import lat.enlace.torture.Notebook.Thing;
import tools.jackson.databind.JsonNode;

/// The officers of one node at work with one partner, one deed after the other, by chance. What
/// they ask bears a case of its own each time, so that nothing is asked twice.
final class Work implements Runnable {
  private static final int PAUSE_MILLIS = 15;

  private final DemoState here;
  private final DemoState partner;
  private final Api api;
  private final Notebook notebook;
  private final People people;
  private final Lock working;
  private final RandomGenerator random;
  private final Relations relations;
  private final AtomicLong cases = new AtomicLong();
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  /// @param people whom the partner knows
  /// @param working held while something is done; the audit holds the other side of it
  Work(
      DemoState here,
      DemoState partner,
      Api api,
      Notebook notebook,
      People people,
      Lock working,
      RandomGenerator random) {
    this.here = here;
    this.partner = partner;
    this.api = api;
    this.notebook = notebook;
    this.people = people;
    this.working = working;
    this.random = random;
    this.relations = new Relations(here, partner, api, notebook);
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        working.lockInterruptibly();
        try {
          deed();
        } finally {
          working.unlock();
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// What this node decided about its relations stands in the end as it began.
  void settle() throws InterruptedException {
    relations.settle();
  }

  /// What was decided about its relations and acknowledged stands.
  void audit() throws InterruptedException {
    relations.audit();
  }

  private void deed() throws InterruptedException {
    int lot = random.nextInt(100);
    if (lot < 28) {
      ask();
    } else if (lot < 48) {
      follow();
    } else if (lot < 64) {
      decide();
    } else if (lot < 72) {
      request();
    } else if (lot < 80) {
      reply();
    } else if (lot < 86) {
      inform();
    } else if (lot < 92) {
      inquire();
    } else if (lot < 94) {
      recall();
    } else {
      relations.change(random.nextInt(6) == 0);
    }
  }

  private String newCase() {
    return "T-" + here.code() + "-" + cases.incrementAndGet();
  }

  private void ask() throws InterruptedException {
    int lot = random.nextInt(10);
    boolean forbidden = lot == 0;
    boolean guarded = lot == 1;
    People.Person subject =
        guarded ? people.guarded(random) : lot < 7 ? people.known(random) : People.anybody(random);
    boolean closed = relations.certainlyClosed();
    Map<String, Object> form =
        Forms.question(partner, newCase(), subject, forbidden ? "migration-status" : "evidence");
    if (did(here.analyst(), "/questions", form) instanceof Reply.Done(JsonNode body)) {
      JsonNode asked = body.get(0);
      String state = told(Shelf.QUESTIONS, asked);
      boolean refused = state.equals("refused-here");
      if ((forbidden || (closed && relations.certainlyClosed())) && !refused) {
        notebook.againstPolicy(id(asked) + " was taken: " + state);
      }
      if (guarded) {
        relations.guard(id(asked));
      }
    }
  }

  private void follow() throws InterruptedException {
    String id = any(Shelf.QUESTIONS, "queued", "delivered", "hit", "followed-up", "disclosed");
    if (id.isEmpty()
        || !(api.get(here.analyst(), "/questions/" + id) instanceof Reply.Done(JsonNode now))) {
      return;
    }
    String state = now.path("state").asString();
    notebook.seen(new Thing(here, Shelf.QUESTIONS, id), state);
    relations.look(id, now);
    if (state.equals("hit") && random.nextInt(5) > 0) {
      String handle = now.get("candidates").get(0).get("handle").asString();
      tell(
          Shelf.QUESTIONS,
          did(
              here.analyst(),
              "/questions/" + id + "/follow-up",
              Map.of("candidate", handle, "justification", "coincide con el expediente")));
    } else if (state.equals("hit")) {
      tell(
          Shelf.QUESTIONS,
          did(here.analyst(), "/questions/" + id + "/dismiss", Map.of("reason", "otra persona")));
    } else if (state.equals("disclosed")) {
      read(now);
    }
  }

  private void read(JsonNode question) throws InterruptedException {
    String item = question.get("item").get(0).asString();
    read.add(question.get("id").asString());
    if (!read.add(item)) {
      return;
    }
    notebook.reads(item);
    Reply reply =
        did(
            here.analyst(),
            "/items/" + item + "/read",
            Map.of(
                "caseReference",
                question.get("caseReference").asString(),
                "reason",
                "para el informe"));
    if (reply instanceof Reply.Done) {
      notebook.hasRead(item);
    }
  }

  /// The desk of the holder: follow-ups, and questions that wait for a person.
  private void decide() throws InterruptedException {
    JsonNode waiting = first(Shelf.FOLLOW_UPS, "waiting");
    if (waiting != null) {
      String at = "/desk/follow-ups/" + id(waiting);
      if (did(here.duty(), at + "/compare", Map.of()) instanceof Reply.Done) {
        tell(
            Shelf.FOLLOW_UPS,
            random.nextInt(4) > 0
                ? did(
                    here.duty(),
                    at + "/release",
                    Map.of("handling", List.of("H0", "H1", "H2"), "action", "P1"))
                : did(here.duty(), at + "/refuse", Map.of("code", "R2", "explanation", "")));
      }
    }
    JsonNode held = first(Shelf.HELD_QUESTIONS, "waiting");
    if (held != null) {
      String at = "/desk/questions/" + id(held);
      tell(
          Shelf.HELD_QUESTIONS,
          random.nextBoolean()
              ? did(
                  here.authority(),
                  at + "/admit",
                  Map.of("passphrase", here.authority().password()))
              : did(here.duty(), at + "/turn-away", Map.of("code", "R2")));
    }
  }

  private void request() throws InterruptedException {
    Map<String, Object> ask =
        Forms.question(partner, newCase(), People.anybody(random), "evidence");
    Reply reply = did(here.analyst(), "/requests", Forms.request(ask));
    if (reply instanceof Reply.Done(JsonNode body)) {
      told(Shelf.REQUESTS, body.get(0));
    }
  }

  private void reply() throws InterruptedException {
    JsonNode owed = first(Shelf.HELD_REQUESTS, "received");
    if (owed != null) {
      String at = "/desk/requests/" + id(owed);
      tell(
          Shelf.HELD_REQUESTS,
          did(here.duty(), at + "/progress", Map.of("step", "accepted", "text", "")));
      return;
    }
    JsonNode accepted = first(Shelf.HELD_REQUESTS, "accepted");
    if (accepted != null) {
      String at = "/desk/requests/" + id(accepted);
      if (api.post(here.duty(), at + "/open", Map.of()) instanceof Reply.Done(JsonNode open)) {
        JsonNode subject = open.get("subject").get("properties");
        People.Person same =
            new People.Person(
                subject.get("name").get(0).asString(), subject.get("birthDate").get(0).asString());
        tell(
            Shelf.HELD_REQUESTS,
            did(here.duty(), at + "/reply", Forms.reply(same, random.nextBoolean())));
      }
    }
  }

  private void inform() throws InterruptedException {
    JsonNode received = first(Shelf.INFORMATION, "received");
    if (received != null && random.nextBoolean()) {
      tell(
          Shelf.INFORMATION,
          did(
              here.duty(),
              "/spontaneous/" + id(received) + "/feedback",
              Map.of("use", "case-advanced", "text", "")));
    } else {
      tell(
          Shelf.INFORMATION,
          did(
              here.analyst(),
              "/spontaneous",
              Forms.information(partner, newCase(), People.anybody(random))));
    }
  }

  private void inquire() throws InterruptedException {
    JsonNode waiting = first(Shelf.INQUIRIES, "waiting");
    if (waiting != null && random.nextBoolean()) {
      tell(
          Shelf.INQUIRIES,
          did(
              here.duty(),
              "/inquiries/" + id(waiting) + "/reply",
              Map.of("finding", "not-held", "text", "")));
    } else {
      tell(
          Shelf.INQUIRIES,
          did(
              here.duty(),
              "/inquiries",
              Forms.inquiry(partner, newCase(), People.anybody(random))));
    }
  }

  private void recall() throws InterruptedException {
    if (api.get(here.duty(), "/given") instanceof Reply.Done(JsonNode given) && given.size() > 0) {
      String item = given.get(random.nextInt(given.size())).get("item").asString();
      tell(
          Shelf.RECALLS,
          did(
              here.duty(),
              "/recalls",
              Map.of(
                  "item",
                  item,
                  "action",
                  random.nextBoolean() ? "narrow" : "withdraw",
                  "reason",
                  "por verificar")));
    }
  }

  private Reply did(DemoState.Account by, String path, Object form) throws InterruptedException {
    Reply reply = api.post(by, path, form);
    if (reply instanceof Reply.Refused(int status, String code)) {
      notebook.refused(status + " " + code + " " + path.replaceAll("[0-9a-f-]{36}", "*"));
    }
    return reply;
  }

  private void tell(Shelf shelf, Reply reply) {
    if (reply instanceof Reply.Done(JsonNode body)) {
      told(shelf, body);
    }
  }

  private String told(Shelf shelf, JsonNode view) {
    String state = view.path("state").asString();
    notebook.acknowledged(new Thing(here, shelf, id(view)), state);
    return state;
  }

  private String any(Shelf shelf, String... states) {
    List<String> wanted = List.of(states);
    List<String> ids = new ArrayList<>();
    notebook
        .on(here, shelf)
        .forEach((id, state) -> {
          if (wanted.contains(state) && !(state.equals("disclosed") && read.contains(id))) {
            ids.add(id);
          }
        });
    return ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
  }

  private @org.jspecify.annotations.Nullable JsonNode first(Shelf shelf, String state)
      throws InterruptedException {
    if (api.get(shelf.reader(here), shelf.path()) instanceof Reply.Done(JsonNode list)) {
      for (JsonNode each : list) {
        boolean own = each.path("sent").asBoolean(false);
        if (!own && each.path("state").asString().equals(state)) {
          return each;
        }
      }
    }
    return null;
  }

  private static String id(JsonNode view) {
    return view.path("id").asString();
  }
}
