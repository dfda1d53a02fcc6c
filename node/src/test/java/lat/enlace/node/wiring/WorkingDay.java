// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import tools.jackson.databind.JsonNode;

/// Something of every family of kinds between CO and VE, by their API.
final class WorkingDay {
  private static final String CASE = "CO-2026-1";
  private static final String CO_VE = "co-ve-2026-cooperation";
  private static final String SECOND = "second";

  private final NodePair pair;

  WorkingDay(NodePair pair) {
    this.pair = pair;
  }

  /// An officer of another unit, who issues what an analyst drafts.
  static void secondOfficer(OpenNode node) throws Exception {
    Officer usual = NodePair.officer("CO", SECOND, Role.DUTY_OFFICER);
    node.accounts()
        .createSample(
            new Officer(
                new OfficerId(SECOND),
                usual.agency(),
                new UnitId("revision"),
                Set.of(Role.DUTY_OFFICER, Role.ANALYST),
                Language.ES),
            NodePair.PASSWORD);
  }

  void pass() throws Exception {
    String item = SampleQuestion.disclosed(pair);
    RestCaller analyst = caller("CO", Role.ANALYST.code());
    analyst.post("/items/" + item + "/read", Map.of("caseReference", CASE, "reason", "to compare"));
    raise();
    request();
    spontaneous();
    alert();
    floor();
    caller("VE", Role.DUTY_OFFICER.code())
        .post("/recalls", Map.of("item", item, "action", "narrow", "reason", "an open trial"));
    SampleQuestion.await(
        caller("VE", Role.DUTY_OFFICER.code()),
        "/recalls",
        list -> list.get(0).get("state").asString().equals("acted"));
  }

  private void raise() throws Exception {
    for (String state : List.of("CO", "VE")) {
      caller(state, Role.AUTHORITY.code())
          .post(
              "/instruments/" + CO_VE + "/raise", Map.of("level", "information", "reason", "acta"));
    }
    for (String state : List.of("CO", "VE")) {
      SampleQuestion.await(
          caller(state, Role.AUTHORITY.code()),
          "/instruments",
          list -> list.toString().contains("\"level\":\"information\""));
    }
  }

  private void request() throws Exception {
    Map<String, Object> body = body("POST /api/v1/requests");
    body.remove("enquiry");
    body.remove("earlier");
    RestCaller analyst = caller("CO", Role.ANALYST.code());
    String id = analyst.post("/requests", body).get(0).get("id").asString();
    RestCaller duty = caller("VE", Role.DUTY_OFFICER.code());
    SampleQuestion.await(duty, "/desk/requests", list -> !list.isEmpty());
    duty.post(
        "/desk/requests/" + id + "/progress",
        Map.of("step", "accepted", "text", "", "expected", ""));
    duty.post("/desk/requests/" + id + "/reply", body("POST /api/v1/desk/requests/{id}/reply"));
    SampleQuestion.await(
        analyst, "/requests/" + id, view -> view.get("state").asString().equals("answered"));
  }

  private void spontaneous() throws Exception {
    RestCaller analyst = caller("CO", Role.ANALYST.code());
    String id = analyst.post("/spontaneous", body("POST /api/v1/spontaneous")).get("id").asString();
    RestCaller there = caller("VE", Role.ANALYST.code());
    SampleQuestion.await(there, "/spontaneous", list -> !list.isEmpty());
    there.post("/spontaneous/" + id + "/feedback", Map.of("use", "case-advanced", "text", ""));
    SampleQuestion.await(
        analyst, "/spontaneous", list -> list.toString().contains("case-advanced"));
  }

  private void alert() throws Exception {
    RestCaller analyst = caller("CO", Role.ANALYST.code());
    JsonNode draft = analyst.post("/alerts", body("POST /api/v1/alerts"));
    String id = draft.get("id").asString();
    caller("CO", SECOND).post("/alerts/" + id + "/issue", Map.of());
    RestCaller duty = caller("VE", Role.DUTY_OFFICER.code());
    JsonNode held = SampleQuestion.await(duty, "/desk/alerts", list -> !list.isEmpty());
    duty.post(
        "/desk/alerts/" + held.get(0).get("id").asString() + "/stance",
        Map.of("stand", "accepted", "flag", List.of(), "reason", List.of()));
    SampleQuestion.await(
        analyst, "/alerts/" + id, view -> view.toString().contains("\"accepted\""));
  }

  private void floor() throws Exception {
    RestCaller here = caller("CO", Role.DUTY_OFFICER.code());
    here.post("/inquiries", body("POST /api/v1/inquiries"));
    RestCaller there = caller("VE", Role.DUTY_OFFICER.code());
    JsonNode asked = SampleQuestion.await(there, "/inquiries", list -> !list.isEmpty());
    there.post(
        "/inquiries/" + asked.get(0).get("id").asString() + "/reply",
        Map.of("finding", "not-held", "text", "nothing known"));
    here.post("/warnings", body("POST /api/v1/warnings"));
    SampleQuestion.await(there, "/warnings", list -> !list.isEmpty());
    SampleQuestion.await(here, "/inquiries", list -> list.toString().contains("not-held"));
  }

  private RestCaller caller(String state, String officer) throws Exception {
    return new RestCaller(pair.url(state), officer, NodePair.PASSWORD);
  }

  private static Map<String, Object> body(String address) throws IOException {
    return new HashMap<>(RestCaller.map(Routes.bodies().get(address)));
  }
}
