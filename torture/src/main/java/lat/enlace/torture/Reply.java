// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import tools.jackson.databind.JsonNode;

/// What came of asking a node.
sealed interface Reply {
  /// The node acknowledged.
  record Done(JsonNode body) implements Reply {}

  /// The node said no.
  record Refused(int status, String code) implements Reply {}

  /// No answer, or one that leaves open what came of it.
  record Unknown() implements Reply {}
}
