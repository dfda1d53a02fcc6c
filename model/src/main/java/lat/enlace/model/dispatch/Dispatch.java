// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.time.Instant;
import lat.enlace.model.AlertAction;
import lat.enlace.model.Handling;
import lat.enlace.model.Urgency;

/// One message from one node to another: header and body of the same kind.
public record Dispatch(Header header, Body body) {
  /// Checks that header and body name one kind, and that its basis can carry it.
  public Dispatch {
    if (header.kind() != body.kind()) {
      throw new IllegalArgumentException("header and body name different kinds");
    }
    if (!header.basis().carries(header.kind().lane())) {
      throw new IllegalArgumentException("a kind without the basis it needs");
    }
    boolean plain = header.handling().equals(Handling.LEAST) && header.urgency() == Urgency.U8H;
    if (body instanceof WarningBody && !plain) {
      throw new IllegalArgumentException("a warning carries nothing beside itself");
    }
    if (body instanceof RequestBody.Request request
        && request.urgent().isEmpty() != (header.urgency() == Urgency.N7D)) {
      throw new IllegalArgumentException("whoever claims urgency says why, and only he");
    }
    if (body instanceof ConsentBody consent && !consent.inTime(header.created())) {
      throw new IllegalArgumentException("a consent ends after it was written, and not too late");
    }
    if (body instanceof AlertBody alert && !inTime(alert, header.created())) {
      throw new IllegalArgumentException(
          "an alert ends after it was written, a hit is not to come");
    }
  }

  private static boolean inTime(AlertBody body, Instant created) {
    return switch (body) {
      case AlertBody.Alert alert ->
          alert.until().isAfter(created)
              && !alert.until().isAfter(alert.action().reviewedBy(created));
      case AlertBody.Change change ->
          change.until().stream()
              .allMatch(until ->
                  until.isAfter(created)
                      && !until.isAfter(AlertAction.SEIZE_OBJECT.reviewedBy(created)));
      case AlertBody.Hit hit -> !hit.at().isAfter(created);
      case AlertBody.Stance _, AlertBody.Statement _ -> true;
    };
  }

  @Override
  public String toString() {
    return "Dispatch[" + header.kind().code() + " " + header.id() + "]";
  }
}
