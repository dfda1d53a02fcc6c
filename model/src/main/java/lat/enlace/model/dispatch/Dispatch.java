// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

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
  }

  @Override
  public String toString() {
    return "Dispatch[" + header.kind().code() + " " + header.id() + "]";
  }
}
