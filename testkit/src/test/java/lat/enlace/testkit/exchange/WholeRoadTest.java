// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.TlogProof;
import lat.enlace.model.CaseReference;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// A question all the way: asked, answered, confirmed by both, disclosed, read, proved.
class WholeRoadTest {
  @Test
  void question_isAnsweredConfirmedDisclosedReadAndProved() throws Exception {
    Federation federation = Federation.ofThree(7);
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    Entity known = People.person("ve-1", "Ana Ejemplo Prueba", "1980-02-03", 4711);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(known));

    Entity probe = People.person("probe", "Ana Ejemplo Prueba", "1980-02-03", 0);
    List<AskedQuestion> asked =
        co.core().asking().ask(co.analyst(), Forms.lawful(probe, ve, federation.ec()));
    assertThat(asked)
        .extracting(AskedQuestion::state)
        .containsExactly(AskedQuestion.State.QUEUED, AskedQuestion.State.QUEUED);
    federation.settle();

    AskedQuestion atVe = at(co, asked.get(1));
    assertThat(at(co, asked.get(0)).state()).isEqualTo(AskedQuestion.State.NO_HIT);
    assertThat(atVe.state()).isEqualTo(AskedQuestion.State.HIT);
    CandidateProfile profile =
        ((HitBody.Outcome.Hit) atVe.answer().getFirst()).candidates().getFirst();

    co.core().asking().followUp(co.analyst(), atVe.id(), profile.handle(), "misma persona");
    federation.settle();
    Holding.HeldFollowUp followUp = ve.core().holding().desk(ve.duty()).getFirst();
    Holding.SideBySide sides = ve.core().holding().compare(ve.duty(), followUp.id());
    assertThat(sides.candidate()).isEqualTo(known);
    ve.release(followUp.id());
    federation.settle();

    AskedQuestion disclosed = at(co, atVe);
    assertThat(disclosed.state()).isEqualTo(AskedQuestion.State.DISCLOSED);
    Asking.ReadItem read =
        co.core()
            .asking()
            .read(
                co.analyst(),
                disclosed.item().getFirst(),
                new CaseReference("CASO-2026-0001"),
                "identificación");
    assertThat(read.entity().values(Property.ID_NUMBER)).containsExactly("4711");
    assertThat(read.entity().values(Property.ADDRESS)).isEmpty();
    assertThat(read.entity().values(Property.NOTES)).isEmpty();
    federation.settle();
    assertThat(ve.core().recalling().given(ve.duty()).getFirst().readings()).hasSize(1);

    prove(co, ve, disclosed);
  }

  private static void prove(TestNode co, TestNode ve, AskedQuestion disclosed) throws Exception {
    var sent = ve.core().records().indexesOf(disclosed.id());
    assertThat(sent).isNotEmpty();
    Records.EntryView disclosure =
        ve.core().records().entries(ve.rights(), 100).stream()
            .filter(entry -> entry.type().equals(EntryType.DISPATCH.code()))
            .findFirst()
            .orElseThrow();
    Records.ProofBundle bundle =
        co.core()
            .records()
            .openReceived(
                co.analyst(),
                disclosure.about().getFirst(),
                new Records.Why(new CaseReference("CASO-2026-0001"), "para el tribunal"));
    Opening opening = Opening.parse(bundle.opening());
    TlogProof.parse(bundle.proof())
        .verify(
            opening.commit(EntryType.DISPATCH).leafHash(),
            new ProofPolicy(ve.keys().logSigner().keys(), Quorum.NONE));
  }

  private static AskedQuestion at(TestNode node, AskedQuestion asked) throws Exception {
    return node.core().asking().question(node.analyst(), asked.id());
  }
}
