// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.consent;

import java.util.Locale;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemUse;
import lat.enlace.model.NodeId;
import lat.enlace.model.Purpose;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.RequestBody;

/// What both ends of a consent work with.
record ConsentParts(AskParts ask, Floor floor) {
  private static final String LEGAL_BASIS = "originator control";

  Basis basis(CaseReference caseReference) {
    return new Basis.Humanitarian(caseReference, LEGAL_BASIS);
  }

  /// True if the kind that brought the item may be exchanged with the partner at this moment: a
  /// consent opens nothing that is closed.
  boolean opens(Work work, NodeId partner, DispatchKind via) {
    return ask.decider().opens(work, partner, via);
  }

  /// The kind that brings what {@code asked} asks for; of what nobody here asked for, the one that
  /// gives unasked.
  DispatchKind via(DispatchId asked) {
    return Written.find(ask.journal(), asked)
        .map(dispatch ->
            switch (dispatch.body()) {
              case HitBody _ -> DispatchKind.DISCLOSURE;
              case RequestBody _ -> DispatchKind.REPLY;
              default -> DispatchKind.SPONTANEOUS;
            })
        .orElse(DispatchKind.SPONTANEOUS);
  }

  /// True if a use of this sort is one that the channel serves, and goes to a third.
  boolean serves(ItemUse use, String to, Purpose purpose, NodeId partner) {
    String first = to.substring(0, 2).toUpperCase(Locale.ROOT);
    boolean third =
        use != ItemUse.ONWARD
            || (!first.equals(ask.own().state().value())
                && ask.accords()
                    .stateOf(partner)
                    .map(StateCode::value)
                    .filter(first::equals)
                    .isEmpty());
    return third && purpose.serves(DispatchKind.Lane.PERSON);
  }

  static boolean isOfMinor(Facts facts) {
    return facts.age() == AgeFact.MINOR;
  }
}
