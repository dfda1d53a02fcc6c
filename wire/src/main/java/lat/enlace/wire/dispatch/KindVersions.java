// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.model.DispatchKind;

/// Which versions of each kind this node reads and writes (docs/spec/kinds.md, "Versions"). A node
/// reads the current version and the one before it, so that nodes one version apart interoperate.
public final class KindVersions {
  private KindVersions() {}

  /// The version this node writes.
  public static int current(DispatchKind kind) {
    return switch (kind) {
      case QUESTION,
          ANSWER,
          FOLLOW_UP,
          DISCLOSURE,
          REFUSAL,
          REQUEST,
          REQUEST_PROGRESS,
          CLARIFICATION,
          REPLY,
          REQUEST_WITHDRAWAL,
          SPONTANEOUS,
          FEEDBACK,
          ALERT,
          ALERT_STANCE,
          ALERT_HIT,
          ALERT_CHANGE,
          ALERT_STATEMENT,
          READING,
          RECALL,
          RECALL_OUTCOME,
          CONSENT_REQUEST,
          CONSENT,
          WHEREABOUTS,
          WHEREABOUTS_REPLY,
          WARNING,
          WARNING_ACTION,
          WARNING_REVIEW,
          STANDING,
          NODE_RECORD ->
          1;
    };
  }

  /// True if this node reads {@code version} of {@code kind}.
  public static boolean reads(DispatchKind kind, int version) {
    return version >= 1 && version <= current(kind) && version >= current(kind) - 1;
  }
}
