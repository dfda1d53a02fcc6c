// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DispatchKind;

/// Requests, what is said about them, replies, and what is taken back.
final class Requests implements Family {
  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(
        DispatchKind.REQUEST,
        DispatchKind.REQUEST_PROGRESS,
        DispatchKind.CLARIFICATION,
        DispatchKind.REPLY,
        DispatchKind.REQUEST_WITHDRAWAL);
  }

  @Override
  public List<Machine> machines() {
    return List.of(
        new Machine.OfRows("Requesting.SentRequest.State", Store.Space.REQUEST, "sent "),
        new Machine.OfRows("Replying.HeldRequest.State", Store.Space.REQUEST, "held "));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(new Askers(desk), new Repliers(desk));
  }

  /// Those who ask and those who reply.
  private record Officers(Askers askers, Repliers repliers) implements Worker {
    @Override
    public List<Deed> deeds() {
      return askers.deeds();
    }

    @Override
    public List<Deed> waiting() {
      List<Deed> all = new ArrayList<>(askers.waiting());
      all.addAll(repliers.waiting());
      return all;
    }

    @Override
    public boolean finish() throws ExchangeException {
      boolean asked = askers.finish();
      boolean replied = repliers.finish();
      return asked || replied;
    }
  }
}
