// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;

/// What was read, by the name its originator gave it.
public sealed interface WhatWasRead {
  /// What was disclosed, as corrected since.
  record Item(ItemId id) implements WhatWasRead {}

  /// Any other dispatch.
  record Sent(DispatchId id) implements WhatWasRead {}

  /// The name alone.
  default String name() {
    return switch (this) {
      case Item(ItemId id) -> id.value();
      case Sent(DispatchId id) -> id.toString();
    };
  }
}
