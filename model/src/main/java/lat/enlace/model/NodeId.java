// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// A node, by the origin of its ledger (C2SP tlog-checkpoint): a schema-less URL such as {@code
/// co.example/enlace}.
public record NodeId(String value) implements Comparable<NodeId> {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(/[a-z0-9._-]+)*");
  private static final int MAX_LENGTH = 128;

  /// Checks the form.
  public NodeId {
    Form.check(value, FORM, MAX_LENGTH, "node id");
  }

  @Override
  public int compareTo(NodeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
