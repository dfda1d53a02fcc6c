// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.simulation;

import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Warnings;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.testkit.exchange.TestNode;

/// Officers of one node who warn, act on warnings and review them.
final class WarningOffice {
  private final TestNode node;
  private final List<TestNode> partners;
  private final SplittableRandom random;

  WarningOffice(TestNode node, List<TestNode> partners, SplittableRandom random) {
    this.node = node;
    this.partners = List.copyOf(partners);
    this.random = random;
  }

  void act() throws ExchangeException {
    List<Warnings.Warning> known = node.core().warnings().warnings(node.rights());
    if (known.isEmpty() || random.nextInt(3) == 0) {
      warn();
      return;
    }
    Warnings.Warning one = known.get(random.nextInt(known.size()));
    if (one.withheld()) {
      node.core().warnings().release(node.rights(), one.id());
    } else if (!one.sent() && one.state() != Warnings.Warning.State.DONE) {
      handle(one);
    } else if (one.ownReview().isEmpty()) {
      node.core()
          .warnings()
          .review(node.rights(), one.id(), any(WarningBody.Review.Finding.values()));
    }
  }

  private void warn() throws ExchangeException {
    TestNode partner = partners.get(random.nextInt(partners.size()));
    WarningBody.Warning threat =
        new WarningBody.Warning(
            List.of("Persona Inventada"),
            List.of("Vereda El Ejemplo"),
            List.of(),
            any(WarningBody.Warning.Threat.values()),
            any(WarningBody.Warning.Imminence.values()));
    node.core().warnings().warn(node.analyst(), partner.id(), threat);
  }

  private void handle(Warnings.Warning one) throws ExchangeException {
    node.core().warnings().open(node.duty(), one.id());
    WarningBody.Action.Act act = any(WarningBody.Action.Act.values());
    boolean again =
        act == WarningBody.Action.Act.TAKEN_UP && one.state() == Warnings.Warning.State.TAKEN_UP;
    node.core()
        .warnings()
        .act(node.duty(), one.id(), again ? WarningBody.Action.Act.PROTECTED : act);
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
