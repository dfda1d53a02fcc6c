// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import lat.enlace.model.DispatchKind;

/// What a dispatch says: one record per kind, one sealed interface per family of kinds
/// (docs/spec/kinds.md). Free text is bounded and never decides anything.
public sealed interface Body
    permits HitBody,
        RequestBody,
        SpontaneousBody,
        AlertBody,
        ItemBody,
        ConsentBody,
        WhereaboutsBody,
        WarningBody,
        ChannelBody {
  /// Longest free text in characters.
  int MAX_TEXT_LENGTH = 2000;

  /// The kind this record is the body of.
  DispatchKind kind();
}
