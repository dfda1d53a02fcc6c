// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.Changed;
import lat.enlace.exchange.Alerting.Delivery;
import lat.enlace.exchange.Alerting.Told;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.DispatchId;
import lat.enlace.model.LegalReason;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// What comes back to alerts of this state: stances, hits, statements, receipts. Each only from the
/// partner the alert went to, and only while it lasts there.
public final class Issued {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  private final AskParts parts;
  private final AlertMatters matters;
  private final Issuing issuing;

  /// With its parts.
  public Issued(AskParts parts) {
    this.parts = parts;
    this.matters = new AlertMatters(parts);
    this.issuing = new Issuing(parts, matters);
  }

  /// Why a stance is not taken in: codes alone, which no suspension keeps back.
  List<ErrorCode> refusal(Work work, Received received, AlertBody.Stance body) {
    Optional<IssuedAlertRow> row = lasting(work, received, body.alert());
    boolean fits = row.filter(found -> follows(found, body)).isPresent();
    return fits ? List.of() : refused(work, received);
  }

  private static boolean follows(IssuedAlertRow row, AlertBody.Stance body) {
    Delivery one = row.delivery(body.alert());
    boolean fits = body.flag().stream().allMatch(flag -> flag.fits(row.alert().form().action()));
    boolean again =
        one.state() == state(body.stand())
            && one.flag().equals(body.flag())
            && one.reason().equals(body.reason())
            && one.changes().stream().noneMatch(change -> change.what() == Change.What.CORRECTED);
    return fits && !again && one.state() != Delivery.State.REFUSED;
  }

  /// Why a hit is not taken in.
  List<ErrorCode> refusal(Work work, Received received, AlertBody.Hit body) {
    Optional<IssuedAlertRow> row =
        lasting(work, received, body.alert())
            .filter(found -> {
              Delivery.State state = found.delivery(body.alert()).state();
              boolean asked = body.outcome() != AlertBody.Hit.Outcome.ACTION_TAKEN;
              return state == Delivery.State.ACCEPTED || (state == Delivery.State.FLAGGED && asked);
            });
    if (row.isEmpty()) {
      return refused(work, received);
    }
    Dispatch alert = issuing.alert(body.alert());
    Dispatch hit = received.dispatch();
    Matter matter =
        matters.about(
            work,
            alert,
            row.get().alert().form().subject(),
            hit.header().kind(),
            hit.header().sender().agency().kind());
    return AlertMatters.permits(matters.decide(work, matter, alert, hit.header().id()))
        ? List.of()
        : List.of(NOT_PERMITTED);
  }

  /// Why a statement is not taken in: only on a change that was sent, once.
  List<ErrorCode> refusal(Work work, Received received, AlertBody.Statement body) {
    boolean fits =
        changed(work, received, body.change())
            .filter(change -> !change.stated())
            .filter(
                change -> change.what().ends() == (body.done() == AlertBody.Statement.Done.ERASED))
            .isPresent();
    return fits ? List.of() : refused(work, received);
  }

  private Optional<Changed> changed(Work work, Received received, DispatchId change) {
    return Written.find(parts.journal(), change)
        .filter(sent -> sent.header().to().equals(received.from()))
        .map(Dispatch::body)
        .filter(Change.class::isInstance)
        .map(Change.class::cast)
        .flatMap(sent ->
            AlertRows.ofDelivery(work, sent.alert())
                .map(row -> row.delivery(sent.alert()))
                .flatMap(delivery -> find(delivery, change)));
  }

  private static Optional<Changed> find(Delivery delivery, DispatchId change) {
    return delivery.changes().stream().filter(one -> one.id().equals(change)).findFirst();
  }

  private static Optional<IssuedAlertRow> lasting(
      Work work, Received received, DispatchId delivery) {
    return AlertRows.ofDelivery(work, delivery)
        .filter(row -> row.delivery(delivery).partner().equals(received.from()))
        .filter(row -> !row.kept().contains(delivery))
        .filter(row -> row.delivery(delivery).state().lasts());
  }

  private List<ErrorCode> refused(Work work, Received received) {
    String kind = received.dispatch().header().kind().code();
    parts.decider().enterRefusedInput(work, received.from(), kind, UNKNOWN_REFERENCE.value());
    return List.of(UNKNOWN_REFERENCE);
  }

  /// A stance came.
  void take(Work work, AlertBody.Stance body) {
    change(work, body.alert(), one -> stands(one, state(body.stand()), body.flag(), body.reason()));
  }

  private static Delivery.State state(AlertBody.Stance.Stand stand) {
    return switch (stand) {
      case ACCEPTED -> Delivery.State.ACCEPTED;
      case FLAGGED -> Delivery.State.FLAGGED;
      case REFUSED -> Delivery.State.REFUSED;
    };
  }

  /// A hit came: it waits for an officer to read it.
  void take(Work work, Received received, AlertBody.Hit body) {
    Told told = new Told(received.dispatch().header().id(), body.outcome(), AlertRows.now(work));
    change(
        work,
        body.alert(),
        one ->
            copy(
                one,
                one.state(),
                Stream.concat(one.hits().stream(), Stream.of(told)).toList(),
                one.changes()));
  }

  /// The partner states what he did.
  void take(Work work, Received received, AlertBody.Statement body) {
    DispatchId change = body.change();
    deliveryOf(received, change)
        .ifPresent(delivery ->
            change(work, delivery, one -> stated(one, find(one, change).orElseThrow())));
  }

  private Optional<DispatchId> deliveryOf(Received received, DispatchId change) {
    return Written.find(parts.journal(), change)
        .filter(sent -> sent.header().to().equals(received.from()))
        .map(sent -> ((Change) sent.body()).alert());
  }

  private static Delivery stated(Delivery one, Changed change) {
    List<Changed> changes =
        one.changes().stream()
            .map(other ->
                other.equals(change)
                    ? new Changed(other.id(), other.what(), other.until(), true)
                    : other)
            .toList();
    Delivery after =
        copy(one, change.what().ends() ? Delivery.State.ERASED : one.state(), one.hits(), changes);
    return change.until().isEmpty() ? after : until(after, change);
  }

  private static Delivery until(Delivery one, Changed change) {
    return new Delivery(
        one.id(),
        one.partner(),
        one.state(),
        one.decision(),
        change.until(),
        one.flag(),
        one.reason(),
        one.error(),
        one.hits(),
        one.changes());
  }

  private static Delivery stands(
      Delivery one, Delivery.State state, List<AlertFlag> flag, List<LegalReason> reason) {
    return new Delivery(
        one.id(),
        one.partner(),
        state,
        one.decision(),
        one.until(),
        flag,
        reason,
        one.error(),
        one.hits(),
        one.changes());
  }

  private static Delivery copy(
      Delivery one, Delivery.State state, List<Told> hits, List<Changed> changes) {
    return new Delivery(
        one.id(),
        one.partner(),
        state,
        one.decision(),
        one.until(),
        one.flag(),
        one.reason(),
        one.error(),
        hits,
        changes);
  }

  /// The partner's receipt for an alert, or for a change, that he refused on arrival.
  void delivered(Work work, Dispatch dispatch, AlertBody body, Receipt receipt) {
    if (!(receipt.outcome() instanceof Receipt.Outcome.Refused(ErrorCode code))) {
      return;
    }
    switch (body) {
      case AlertBody.Alert _ -> change(work, dispatch.header().id(), one -> turnedAway(one, code));
      case Change change ->
          change(
              work,
              change.alert(),
              one -> unmade(one, dispatch.header().id(), code.equals(UNKNOWN_REFERENCE)));
      case AlertBody.Stance _, AlertBody.Hit _, AlertBody.Statement _ -> {
        // The entry in the inbox is all there is to know.
      }
    }
  }

  private static Delivery turnedAway(Delivery one, ErrorCode code) {
    return one.state() == Delivery.State.QUEUED
        ? new Delivery(
            one.id(),
            one.partner(),
            Delivery.State.REFUSED_THERE,
            one.decision(),
            List.of(),
            List.of(),
            List.of(),
            List.of(code.value()),
            one.hits(),
            one.changes())
        : one;
  }

  /// @param gone he does not hold the alert any more
  private static Delivery unmade(Delivery one, DispatchId change, boolean gone) {
    boolean held = one.state().lasts() || one.state() == Delivery.State.ENDED;
    return copy(
        one,
        gone && held ? Delivery.State.EXPIRED : one.state(),
        one.hits(),
        one.changes().stream().filter(other -> !other.id().equals(change)).toList());
  }

  /// True of an alert that ended before it left: it must not arrive behind its withdrawal.
  boolean over(Work work, DispatchId alert) {
    return AlertRows.ofDelivery(work, alert)
        .filter(row ->
            row.alert().state() != Alert.State.ISSUED || !row.delivery(alert).state().lasts())
        .isPresent();
  }

  /// It never left: its instrument ended or gave way to another text.
  void stranded(Work work, Dispatch dispatch, AlertBody body) {
    switch (body) {
      case AlertBody.Alert _ ->
          change(
              work,
              dispatch.header().id(),
              one ->
                  one.state() == Delivery.State.QUEUED
                      ? copy(one, Delivery.State.REFUSED_HERE, one.hits(), one.changes())
                      : one);
      case Change change ->
          change(work, change.alert(), one -> unmade(one, dispatch.header().id(), false));
      case AlertBody.Hit _ -> {
        // To the issuer nobody was found; here the note of it stays.
      }
      case AlertBody.Stance _, AlertBody.Statement _ ->
          throw new IllegalStateException("no standing holds this kind back");
    }
  }

  /// Ends what its time has come for.
  void expire(Work work, DispatchId alert) {
    AlertRows.issued(work, alert).ifPresent(row -> AlertRows.put(work, aged(work, row)));
  }

  private static IssuedAlertRow aged(Work work, IssuedAlertRow row) {
    if (row.alert().state() == Alert.State.DRAFT) {
      boolean over = row.ends().filter(at -> !at.isAfter(work.now())).isPresent();
      return over ? row.in(Alert.State.DECLINED) : row;
    }
    IssuedAlertRow after = row;
    for (Delivery one : row.alert().deliveries()) {
      if (one.state().lasts() && !IssuedAlertRow.until(one).isAfter(work.now())) {
        after =
            after.delivery(
                one.id(), old -> copy(old, Delivery.State.EXPIRED, old.hits(), old.changes()));
      }
    }
    return settled(after);
  }

  private static void change(Work work, DispatchId delivery, UnaryOperator<Delivery> change) {
    AlertRows.ofDelivery(work, delivery)
        .ifPresent(row -> AlertRows.put(work, settled(row.delivery(delivery, change))));
  }

  /// An alert that no partner holds any more has expired.
  private static IssuedAlertRow settled(IssuedAlertRow row) {
    Predicate<Delivery> lasts = one -> one.state().lasts();
    boolean over =
        row.alert().state() == Alert.State.ISSUED
            && row.alert().deliveries().stream().noneMatch(lasts);
    return over ? row.in(Alert.State.EXPIRED) : row;
  }
}
