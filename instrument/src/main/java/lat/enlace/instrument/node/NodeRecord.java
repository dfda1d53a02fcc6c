// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import lat.enlace.model.NodeId;

/// What a node's root keys say of its operational keys, from a day on. A claim until it is a {@link
/// VerifiedNodeRecord}.
///
/// @param number counts up; a higher one replaces all lower ones
/// @param issued when it was signed, to the second
/// @param succeeds the log that ended, if the node's log is a successor: none or one
/// @param until exclusive; after it the node must not be trusted without a newer record
public record NodeRecord(
    NodeId node,
    long number,
    Instant issued,
    Instant until,
    OperationalKeys keys,
    List<EndedLog> succeeds,
    List<Endpoint> endpoints) {
  private static final Pattern SUCCESSOR = Pattern.compile("[2-9]|[1-9][0-9]{1,3}");

  /// Copies and checks the bounds.
  public NodeRecord {
    endpoints = List.copyOf(endpoints);
    succeeds = List.copyOf(succeeds);
    if (number < 1 || !issued.isBefore(until) || endpoints.isEmpty()) {
      throw new IllegalArgumentException("a node record has a number, a term and an endpoint");
    }
    requireOrigin(node, keys.origin(), succeeds);
  }

  /// Of a node whose log never ended.
  public NodeRecord(
      NodeId node,
      long number,
      Instant issued,
      Instant until,
      OperationalKeys keys,
      List<Endpoint> endpoints) {
    this(node, number, issued, until, keys, List.of(), endpoints);
  }

  /// A first log is named after the node; the successors are numbered from 2.
  private static void requireOrigin(NodeId node, String origin, List<EndedLog> succeeds) {
    boolean first = origin.equals(node.value());
    boolean numbered =
        origin.startsWith(node.value() + "/")
            && SUCCESSOR.matcher(origin.substring(node.value().length() + 1)).matches();
    if (succeeds.size() != (first ? 0 : 1) || !(first || numbered)) {
      throw new IllegalArgumentException(
          "a log is the node's first, or says which one it succeeds");
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
