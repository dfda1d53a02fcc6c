// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;

/// Correct, narrow, withdraw or erase what was given, at every holder. Part of the humanitarian
/// floor.
public interface Recalling {
  /// Items this node gave, with who read them there.
  List<GivenItem> given(Officer by);

  /// Demands {@code action} of the holder.
  ///
  /// @param replacement the corrected entity for CORRECT, else none
  RecallView recall(
      Officer by, ItemId item, RecallAction action, String reason, List<Entity> replacement)
      throws ExchangeException;

  /// Recalls sent and received, newest first.
  List<RecallView> recalls(Officer by);

  /// Carries out again, on a database put back from an older copy, what partners had recalled until
  /// the ledger's last entry, and erases what is due. For a restored node, before it opens.
  ///
  /// @return how many items partners had recalled
  int forgetAgain() throws ExchangeException;

  /// An item given to a partner and the readings the partner reported.
  ///
  /// @param schema what sort of entity it is about; a correction is of the same sort
  record GivenItem(
      ItemId item, NodeId holder, Schema schema, Instant given, List<ReadingView> readings) {
    /// Copies the list.
    public GivenItem {
      readings = List.copyOf(readings);
    }
  }

  /// A reading as the originator may audit it.
  record ReadingView(
      String unit,
      String role,
      String caseReference,
      String reason,
      Instant at,
      String pseudonym) {}

  /// A recall and what came of it.
  record RecallView(
      DispatchId id,
      ItemId item,
      NodeId partner,
      boolean sent,
      RecallAction action,
      State state,
      Instant at) {
    /// Where it stands.
    public enum State implements Coded {
      /// Not acknowledged yet.
      QUEUED("queued"),
      /// The holder has it.
      DELIVERED("delivered"),
      /// The holder acted.
      ACTED("acted"),
      /// The holder did not hold it.
      NOT_HELD("not-held"),
      /// The holder contests.
      CONTESTED("contested");

      private final String code;

      State(String code) {
        this.code = code;
      }

      /// True while the holder has not said what it did.
      public boolean isOpen() {
        return this == QUEUED || this == DELIVERED;
      }

      @Override
      public String code() {
        return code;
      }
    }
  }
}
