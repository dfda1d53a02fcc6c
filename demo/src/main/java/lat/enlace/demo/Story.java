// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import static lat.enlace.demo.StepFailedException.unless;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lat.enlace.ledger.Opening;
import tools.jackson.databind.JsonNode;

/// The road of a question between the four nodes, as officers walk it through the REST API.
final class Story {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int PAUSE_MILLIS = 100;

  private final RestClient asker = new RestClient(DemoState.CO, DemoState.CO.analyst());
  private final RestClient holder = new RestClient(DemoState.VE, DemoState.VE.duty());
  private String question = "";
  private String item = "";

  /// Who answers what to one question about someone only Venezuela knows.
  String askThree() throws IOException, InterruptedException, StepFailedException {
    List<String> partners =
        List.of(
            DemoState.VE.node().value(), DemoState.EC.node().value(), DemoState.BR.node().value());
    JsonNode asked =
        asker.post("/questions", Invented.question(partners, Invented.SUSPECT_AS_ASKED));
    Map<String, String> states = new TreeMap<>();
    for (JsonNode one : asked) {
      String id = one.get("id").asString();
      JsonNode settled = settled(id);
      states.put(one.get("partner").asString(), settled.get("state").asString());
      if (one.get("partner").asString().equals(DemoState.VE.node().value())) {
        question = id;
      }
    }
    unless(
        states.equals(
            Map.of(
                DemoState.VE.node().value(), "hit",
                DemoState.EC.node().value(), "no-hit",
                DemoState.BR.node().value(), "no-hit")),
        "unexpected answers " + states);
    return states.toString();
  }

  /// The asking officer judges the profile and asks on.
  String confirmAsAsker() throws IOException, InterruptedException, StepFailedException {
    JsonNode candidate = asker.get("/questions/" + question).get("candidates").get(0);
    unless(
        candidate.size() == 3 && candidate.has("handle") && candidate.has("band"),
        "the profile says more than band and words");
    JsonNode after =
        asker.post(
            "/questions/" + question + "/follow-up",
            Map.of(
                "candidate",
                candidate.get("handle").asString(),
                "justification",
                "nombre, fecha y nacionalidad coinciden con el expediente"));
    unless(after.get("state").asString().equals("followed-up"), "not followed up");
    return "band " + candidate.get("band").asString() + ", " + candidate.get("features");
  }

  /// The holding officer compares both records and releases.
  String confirmAsHolder() throws IOException, InterruptedException, StepFailedException {
    JsonNode waiting =
        until(
            () -> {
              for (JsonNode each : holder.get("/desk/follow-ups")) {
                if (each.get("question").asString().equals(question)
                    && each.get("state").asString().equals("waiting")) {
                  return each;
                }
              }
              return null;
            },
            "the follow-up did not reach the holder's desk");
    String id = waiting.get("id").asString();
    JsonNode both = holder.post("/desk/follow-ups/" + id + "/compare", Map.of());
    unless(both.get("held").get("properties").size() > 0, "no record to compare");
    JsonNode released =
        holder.post(
            "/desk/follow-ups/" + id + "/release",
            Map.of("handling", List.of("H0", "H1", "H2"), "action", "P1"));
    unless(released.get("state").asString().equals("released"), "not released");
    return "both records side by side, " + both.get("features").size() + " features; released";
  }

  /// The asker reads what was disclosed; the reading reaches the originator.
  String readDisclosed() throws IOException, InterruptedException, StepFailedException {
    JsonNode disclosed = untilState(question, "disclosed");
    item = disclosed.get("item").get(0).asString();
    JsonNode read =
        asker.post(
            "/items/" + item + "/read",
            Map.of("caseReference", "2026-CO-1180", "reason", "para el informe del caso"));
    unless(
        read.get("entity").get("properties").get("name").toString().contains("Ramiro"),
        "the disclosed record is another");
    RestClient originator = new RestClient(DemoState.VE, DemoState.VE.duty());
    until(
        () -> {
          for (JsonNode given : originator.get("/given")) {
            if (given.get("item").asString().equals(item) && given.get("readings").size() == 1) {
              return given;
            }
          }
          return null;
        },
        "the reading did not reach the originator");
    return "handling " + read.get("handling") + "; the reading is known to the originator";
  }

  /// What the holder's ledger proves of the disclosure: the last dispatch that the asker received
  /// from it. To open it is a reading.
  JsonNode proofOfDisclosure() throws IOException, InterruptedException, StepFailedException {
    long last = -1;
    String dispatch = "";
    for (JsonNode entry : asker.get("/ledger/entries?limit=1000")) {
      boolean fromHolder = entry.get("partner").toString().contains(DemoState.VE.node().value());
      boolean receipt = entry.get("type").asString().equals("receipt");
      if (fromHolder && receipt && entry.get("index").asLong() > last) {
        last = entry.get("index").asLong();
        dispatch = entry.get("about").get(0).asString();
      }
    }
    JsonNode opened =
        asker.post(
            "/dispatches/" + dispatch + "/opening",
            Map.of("caseReference", "2026-CO-1180", "reason", "para el expediente"));
    byte[] entry = Base64.getDecoder().decode(opened.get("opening").asString());
    String content =
        new String(
            entry, Opening.SALT_BYTES, entry.length - Opening.SALT_BYTES, StandardCharsets.UTF_8);
    unless(content.contains(item), "the last dispatch received is not the disclosure");
    return opened;
  }

  /// A migration ground is refused by the asker's own node; nothing leaves it.
  String migrationGround() throws IOException, InterruptedException, StepFailedException {
    Map<String, Object> form =
        Invented.question(List.of(DemoState.VE.node().value()), Invented.UNKNOWN_AS_ASKED);
    form.put("grounds", List.of("migration-status"));
    JsonNode refused = asker.post("/questions", form).get(0);
    unless(refused.get("state").asString().equals("refused-here"), "not refused here");
    List<String> reasons = reasons(refused);
    unless(reasons.contains("G13-migration"), "refused, but not by the gate: " + reasons);
    return "refused by the asker's node: " + reasons;
  }

  /// A protected person and someone nobody knows get the same answer.
  String protectedPerson() throws IOException, InterruptedException, StepFailedException {
    JsonNode known = answerAbout(Invented.PROTECTED_AS_ASKED);
    JsonNode unknown = answerAbout(Invented.UNKNOWN_AS_ASKED);
    unless(known.get("state").asString().equals("no-hit"), "the protected person shows");
    for (String field : List.of("state", "answer", "candidates", "refusal", "several", "item")) {
      unless(known.get(field).equals(unknown.get(field)), field + " tells them apart");
    }
    return "no-hit, alike in every field";
  }

  /// Venezuela suspends; the next question is refused.
  String suspend() throws IOException, InterruptedException, StepFailedException {
    String instrument = instrument();
    authority(DemoState.VE)
        .post(
            "/instruments/" + instrument + "/suspend", Map.of("reason", "relaciones en consulta"));
    untilStanding("suspended");
    JsonNode refused =
        asker
            .post(
                "/questions",
                Invented.question(List.of(DemoState.VE.node().value()), Invented.SUSPECT_AS_ASKED))
            .get(0);
    unless(
        refused.get("state").asString().equals("refused-here"),
        "asked under suspension: " + refused.get("state"));
    return "refused: " + reasons(refused);
  }

  private static List<String> reasons(JsonNode question) {
    List<String> codes = new ArrayList<>();
    question
        .get("decision")
        .get("reasons")
        .forEach(reason -> codes.add(reason.get("code").asString()));
    return codes;
  }

  /// The humanitarian floor stays open: whereabouts, and a recall.
  String whereabouts() throws IOException, InterruptedException, StepFailedException {
    JsonNode sent =
        asker.post(
            "/inquiries",
            Map.of(
                "partner", DemoState.VE.node().value(),
                "caseReference", "2026-CO-H-7",
                "legalBasis", "solicitud de la familia, Convención de Viena art. 36",
                "person", Invented.MISSING,
                "askedBy", "family"));
    String id = sent.get("id").asString();
    until(() -> named(holder.get("/inquiries"), id, "waiting"), "the inquiry did not arrive");
    holder.post(
        "/inquiries/" + id + "/reply",
        Map.of("finding", "not-held", "text", "ninguna autoridad consultada la tiene"));
    JsonNode answered =
        until(() -> named(asker.get("/inquiries"), id, "answered"), "no reply came back");
    return "answered under suspension: " + answered.get("finding");
  }

  /// The recall of what was disclosed reaches the holder under suspension, and he acts.
  String recall() throws IOException, InterruptedException, StepFailedException {
    JsonNode sent =
        holder.post(
            "/recalls",
            Map.of("item", item, "action", "withdraw", "reason", "identidad por verificar"));
    String id = sent.get("id").asString();
    until(() -> named(holder.get("/recalls"), id, "acted"), "the holder did not act");
    return "acted under suspension";
  }

  /// Both sides declare the first step; only then it is in force.
  String restoreOneStep() throws IOException, InterruptedException, StepFailedException {
    String instrument = instrument();
    Map<String, String> step = Map.of("level", "contact", "reason", "primer paso");
    authority(DemoState.VE).post("/instruments/" + instrument + "/resume", step);
    authority(DemoState.CO).post("/instruments/" + instrument + "/resume", step);
    JsonNode standing =
        until(
            () -> {
              JsonNode now = accord();
              return now.get("level").asString().equals("contact")
                      && !now.get("standing").asString().equals("suspended")
                  ? now
                  : null;
            },
            "the first step did not come into force");
    return "standing " + standing.get("standing").asString() + ", level contact";
  }

  private JsonNode answerAbout(Map<String, Object> subject)
      throws IOException, InterruptedException, StepFailedException {
    JsonNode asked =
        asker.post("/questions", Invented.question(List.of(DemoState.VE.node().value()), subject));
    return settled(asked.get(0).get("id").asString());
  }

  private JsonNode settled(String id)
      throws IOException, InterruptedException, StepFailedException {
    return until(
        () -> {
          JsonNode now = asker.get("/questions/" + id);
          String state = now.get("state").asString();
          return state.equals("queued") || state.equals("delivered") ? null : now;
        },
        "no answer to " + id);
  }

  private JsonNode untilState(String id, String state)
      throws IOException, InterruptedException, StepFailedException {
    return until(
        () -> {
          JsonNode now = asker.get("/questions/" + id);
          return now.get("state").asString().equals(state) ? now : null;
        },
        "the question did not become " + state);
  }

  private void untilStanding(String state)
      throws IOException, InterruptedException, StepFailedException {
    until(
        () -> {
          JsonNode now = accord();
          return now.get("standing").asString().equals(state) ? now : null;
        },
        "the asker did not learn that the instrument is " + state);
  }

  private JsonNode accord() throws IOException, InterruptedException, StepFailedException {
    for (JsonNode each : asker.get("/instruments")) {
      if (each.get("partner").asString().equals(DemoState.VE.node().value())) {
        return each;
      }
    }
    throw new StepFailedException("no instrument with Venezuela");
  }

  private String instrument() throws IOException, InterruptedException, StepFailedException {
    return accord().get("id").asString();
  }

  private static RestClient authority(DemoState state) {
    return new RestClient(state, state.authority());
  }

  private static @org.jspecify.annotations.Nullable JsonNode named(
      JsonNode list, String id, String state) {
    for (JsonNode each : list) {
      if (each.get("id").asString().equals(id) && each.get("state").asString().equals(state)) {
        return each;
      }
    }
    return null;
  }

  private static JsonNode until(Look look, String otherwise)
      throws IOException, InterruptedException, StepFailedException {
    for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
      JsonNode seen = look.see();
      if (seen != null) {
        return seen;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new StepFailedException(otherwise);
  }

  /// Looks whether something has come about.
  @FunctionalInterface
  private interface Look {
    @org.jspecify.annotations.Nullable
    JsonNode see() throws IOException, InterruptedException, StepFailedException;
  }
}
