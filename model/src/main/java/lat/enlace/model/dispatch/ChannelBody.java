// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;

/// About the channel itself: the standing of an instrument, the keys of a node.
public sealed interface ChannelBody extends Body {
  /// The sender changed the standing of an instrument: narrowed by one alone, raised by both.
  ///
  /// @param seen the last word of the other side about it that the sender took: none or one
  record Standing(
      InstrumentRef instrument,
      Change change,
      ConfidenceLevel level,
      String reason,
      List<DispatchId> seen)
      implements ChannelBody {
    /// What changed.
    public enum Change implements Coded {
      /// Suspended by the sender, alone, at once.
      SUSPENDED("suspended"),
      /// The sender would resume at {@code level}.
      RESUME("resume"),
      /// The sender's level is now {@code level}, lower than before.
      LOWERED("lowered"),
      /// The sender would raise to {@code level}.
      RAISE("raise"),
      /// The sender withdrew from the instrument: only the floor is open, for good.
      WITHDRAWN("withdrawn");

      private final String code;

      Change(String code) {
        this.code = code;
      }

      @Override
      public String code() {
        return code;
      }
    }

    /// Copies and checks the bounds.
    public Standing {
      FreeText.check(reason);
      seen = List.copyOf(seen);
      if (seen.size() > 1) {
        throw new IllegalArgumentException("one word of the other side is the last");
      }
    }

    /// By who has heard nothing of the other side yet.
    public Standing(InstrumentRef instrument, Change change, ConfidenceLevel level, String reason) {
      this(instrument, change, level, reason, List.of());
    }

    @Override
    public DispatchKind kind() {
      return DispatchKind.STANDING;
    }
  }

  /// A new node record of the sender, as the exact signed note.
  record NodeRecord(Bytes note) implements ChannelBody {
    @Override
    public DispatchKind kind() {
      return DispatchKind.NODE_RECORD;
    }
  }
}
