// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.Alerting.Changed;
import lat.enlace.exchange.Alerting.Delivery;
import lat.enlace.exchange.Officer;
import lat.enlace.model.DispatchId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;

/// An alert of this state.
///
/// @param drafter as he was when he drafted it
/// @param kept deliveries that were entered and sent nowhere
@PersonalData
record IssuedAlertRow(Alert alert, Officer drafter, Set<DispatchId> kept) {
  /// A draft that nobody issues is declined.
  static final Duration PATIENCE = Duration.ofDays(7);

  private static final Duration REVIEW = Duration.ofDays(30);

  IssuedAlertRow {
    kept = Set.copyOf(kept);
  }

  IssuedAlertRow in(Alert.State state, List<OfficerId> second, List<Delivery> deliveries) {
    return with(alert.form(), state, second, deliveries, kept);
  }

  IssuedAlertRow in(Alert.State state) {
    return in(state, alert.second(), alert.deliveries());
  }

  IssuedAlertRow with(AlertForm form) {
    return with(form, alert.state(), alert.second(), alert.deliveries(), kept);
  }

  IssuedAlertRow keeping(Set<DispatchId> stay) {
    return with(alert.form(), alert.state(), alert.second(), alert.deliveries(), stay);
  }

  private IssuedAlertRow with(
      AlertForm form,
      Alert.State state,
      List<OfficerId> second,
      List<Delivery> deliveries,
      Set<DispatchId> stay) {
    Alert now =
        new Alert(
            alert.id(), state, alert.at(), alert.draftedBy(), second, form, deliveries, false);
    return new IssuedAlertRow(now, drafter, stay);
  }

  /// The same with one delivery changed.
  IssuedAlertRow delivery(DispatchId id, UnaryOperator<Delivery> change) {
    List<Delivery> all = new ArrayList<>();
    alert.deliveries().forEach(one -> all.add(one.id().equals(id) ? change.apply(one) : one));
    return in(alert.state(), alert.second(), all);
  }

  Delivery delivery(DispatchId id) {
    return alert.deliveries().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /// When something of it ends next.
  Optional<Instant> ends() {
    return alert.state() == Alert.State.DRAFT
        ? Optional.of(alert.at().plus(PATIENCE))
        : alert.deliveries().stream()
            .filter(one -> one.state().lasts())
            .map(IssuedAlertRow::until)
            .min(Instant::compareTo);
  }

  /// An extension that the partner has not stated yet may be in force there.
  static Instant until(Delivery one) {
    return Stream.concat(
            one.until().stream(),
            one.changes().stream()
                .filter(change -> !change.stated())
                .map(Changed::until)
                .flatMap(List::stream))
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /// As officers see it at {@code now}.
  Alert view(Instant now) {
    boolean due =
        alert.state() == Alert.State.ISSUED
            && ends().filter(at -> at.minus(REVIEW).isBefore(now)).isPresent();
    return new Alert(
        alert.id(),
        alert.state(),
        alert.at(),
        alert.draftedBy(),
        alert.second(),
        alert.form(),
        alert.deliveries(),
        due);
  }

  @Override
  public String toString() {
    return "IssuedAlertRow[" + alert.id() + "]";
  }
}
