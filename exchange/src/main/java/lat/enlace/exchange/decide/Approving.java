// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Approval;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.dispatch.InstrumentRef;

/// An authority approves an exact text with a personal key.
public final class Approving {
  private final Decider decider;
  private final Approval approval;

  /// With who names authorities and who checks their keys.
  public Approving(Decider decider, Approval approval) {
    this.decider = decider;
    this.approval = approval;
  }

  /// What is approved.
  ///
  /// @param kind and instrument that say whose approval counts
  public record Text(
      DispatchId id, NodeId partner, DispatchKind kind, InstrumentRef ref, Bytes bytes) {}

  /// Enters the approval.
  ///
  /// @param before in which roles it was approved already
  /// @return in which roles it is approved now
  /// @throws ExchangeException with code APPROVAL_REFUSED
  public List<AuthorityRole> approve(
      Work work, Text text, List<AuthorityRole> before, Officer authority, Bytes signature)
      throws ExchangeException {
    Set<AuthorityRole> roles = decider.authorises(authority, text.ref(), text.kind());
    if (roles.isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the instrument names another authority");
    }
    try {
      Approval.Approved approved = approval.check(authority, text.bytes(), signature);
      Approved entered =
          new Approved(
              authority.id(), approved.keyHash(), approved.signature(), Hash.sha256(text.bytes()));
      work.enter(
          Draft.kept(
              EntryType.APPROVAL, Stored.of(entered), List.of(text.id()), List.of(text.partner())));
    } catch (Approval.ApprovalRefusedException e) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the approval does not hold", e);
    }
    EnumSet<AuthorityRole> all = EnumSet.copyOf(roles);
    all.addAll(before);
    return new ArrayList<>(all);
  }

  private record Approved(OfficerId by, String keyHash, Bytes signature, Hash text) {}
}
