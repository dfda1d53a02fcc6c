// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.Heeding.Found;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.Heeding.HeldAlert.State;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.DispatchId;
import lat.enlace.model.LegalReason;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;

/// An alert of a partner.
///
/// @param subject as it reads now: none once it has ended
/// @param proofs keys of what was received of it
@PersonalData
record HeldAlertRow(HeldAlert held, List<Entity> subject, List<String> proofs) {
  HeldAlertRow {
    subject = List.copyOf(subject);
    proofs = List.copyOf(proofs);
  }

  DispatchId id() {
    return held.id();
  }

  HeldAlertRow stands(State state, List<AlertFlag> flag, List<LegalReason> reason) {
    return with(state, held.until(), held.asks(), flag, reason, held.hits());
  }

  HeldAlertRow until(Instant at) {
    return with(held.state(), at, held.asks(), held.flag(), held.reason(), held.hits());
  }

  HeldAlertRow asks(AlertAction action) {
    return with(
        held.state(), held.until(), List.of(action), held.flag(), held.reason(), held.hits());
  }

  HeldAlertRow about(Entity changed, String proof) {
    List<String> all = new ArrayList<>(proofs);
    all.add(proof);
    return new HeldAlertRow(held, List.of(changed), all);
  }

  HeldAlertRow hits(List<Found> hits) {
    return with(held.state(), held.until(), held.asks(), held.flag(), held.reason(), hits);
  }

  /// From now on the rights officer alone sees it.
  HeldAlertRow withheld() {
    HeldAlert now =
        new HeldAlert(
            held.id(),
            held.from(),
            held.state(),
            held.received(),
            held.until(),
            held.asks(),
            held.flag(),
            held.reason(),
            held.hits(),
            true);
    return new HeldAlertRow(now, subject, proofs);
  }

  /// Nothing is left of what it said.
  HeldAlertRow ended(State state) {
    HeldAlertRow after = with(state, held.until(), List.of(), List.of(), List.of(), List.of());
    return new HeldAlertRow(after.held, List.of(), List.of());
  }

  private HeldAlertRow with(
      State state,
      Instant until,
      List<AlertAction> asks,
      List<AlertFlag> flag,
      List<LegalReason> reason,
      List<Found> hits) {
    HeldAlert now =
        new HeldAlert(
            held.id(),
            held.from(),
            state,
            held.received(),
            until,
            asks,
            flag,
            reason,
            hits,
            held.withheld());
    return new HeldAlertRow(now, subject, proofs);
  }

  /// To anybody but the rights officer nothing says that it is withheld.
  HeldAlert view(boolean toRightsOfficer) {
    return new HeldAlert(
        held.id(),
        held.from(),
        held.state(),
        held.received(),
        held.until(),
        held.asks(),
        held.flag(),
        held.reason(),
        held.hits(),
        held.withheld() && toRightsOfficer);
  }

  @Override
  public String toString() {
    return "HeldAlertRow[" + held.id() + "]";
  }
}
