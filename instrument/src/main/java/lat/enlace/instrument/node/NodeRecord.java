// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.NodeId;

/// What a node's root keys say of its operational keys, from a day on. A claim until it is a {@link
/// VerifiedNodeRecord}.
///
/// @param number counts up; a higher one replaces all lower ones
/// @param issued when it was signed, to the second
/// @param until exclusive; after it the node must not be trusted without a newer record
public record NodeRecord(
    NodeId node,
    long number,
    Instant issued,
    Instant until,
    NodeKeys keys,
    List<Endpoint> endpoints) {
  /// Copies and checks the bounds.
  public NodeRecord {
    endpoints = List.copyOf(endpoints);
    if (number < 1 || !issued.isBefore(until) || endpoints.isEmpty()) {
      throw new IllegalArgumentException("a node record has a number, a term and an endpoint");
    }
  }

  /// True if the record may be relied on at {@code time}.
  public boolean validAt(Instant time) {
    return !time.isBefore(issued) && time.isBefore(until);
  }

  /// The text that the root keys sign.
  public String text() {
    return NodeRecordText.write(this);
  }
}
