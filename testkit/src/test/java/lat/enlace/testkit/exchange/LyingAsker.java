// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.dispatch.DispatchCodec;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;

/// Colombia lies: what its own core would refuse it commits to all the same, with another program
/// and its true keys, and sends over the link. Venezuela runs the true core and holds {@link
/// Story#HELD}.
final class LyingAsker {
  static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  private final Story story;

  private LyingAsker(Story story) {
    this.story = story;
  }

  /// What is done at the receiver, or agreed by both, before the lie.
  interface Before {
    void in(LyingAsker lie) throws Exception;
  }

  /// What came of a question.
  ///
  /// @param outcome of the decision on the receiver's record
  /// @param reasons codes on that record, for its rights officer
  /// @param answer what travelled back: none or one
  record Outcome(String outcome, List<String> reasons, List<HitBody.Outcome> answer) {
    Outcome {
      reasons = List.copyOf(reasons);
      answer = List.copyOf(answer);
    }
  }

  static LyingAsker begin(Before before) throws Exception {
    LyingAsker lie = new LyingAsker(Story.begin(71));
    before.in(lie);
    return lie;
  }

  TestNode liar() {
    return story.federation().co();
  }

  TestNode receiver() {
    return story.federation().ve();
  }

  /// The use cases by which the receiver's state changes where it stands.
  Standings standings() {
    return receiver().core().standings();
  }

  /// An authority of the receiver's state.
  Officer authority() {
    return receiver().authority();
  }

  /// The rights officer of the receiver's state.
  Officer rights() {
    return receiver().rights();
  }

  void settle() throws Exception {
    story.federation().settle();
  }

  /// The text that both adopted.
  SignedInstrument agreed() {
    return receiver().core().standings().text(CO_VE).orElseThrow();
  }

  /// Both sign and adopt the next version, with its text changed.
  void agree(UnaryOperator<String> change) throws Exception {
    SignedInstrument signed =
        Federation.signed(
            "co-ve",
            liar(),
            receiver(),
            text -> change.apply(text.replace("version: 1\n", "version: 2\n")));
    for (TestNode node : List.of(liar(), receiver())) {
      node.core().standings().adopt(node.operator(), signed);
    }
  }

  /// The same where {@code before} must occur.
  void agree(String before, String after) throws Exception {
    agree(text -> {
      if (!text.contains(before)) {
        throw new IllegalStateException("the sample agreement changed: " + before);
      }
      return text.replace(before, after);
    });
  }

  /// Sends a question past every gate of the liar's node.
  Outcome ask(Told told) throws Exception {
    return send(told.basis(agreed().ref()), told.body(), told.agency());
  }

  /// Sends any dispatch past every gate of the liar's node.
  Outcome send(Basis basis, Body body, AgencyKind agency) throws Exception {
    story.federation().world().pass(Duration.ofSeconds(1));
    int before = decided().size();
    Forged.dispatch(liar(), receiver(), basis, body, agency);
    boolean left = false;
    // A node that begins anew does not know what its partner saw, and is told so first.
    while (story.federation().deliver(liar(), receiver())) {
      left = true;
    }
    if (!left) {
      throw new IllegalStateException("the lie did not leave");
    }
    List<Records.DecisionView> all = decided();
    if (all.size() != before + 1) {
      throw new IllegalStateException("one decision for each dispatch");
    }
    // Newest first.
    Records.DecisionView decision = all.getFirst();
    return new Outcome(decision.outcome(), decision.reasons(), answer());
  }

  /// The exact text of a question as it would arrive.
  Bytes text(Told told) throws Exception {
    var basis = told.basis(agreed().ref());
    return DispatchCodec.encode(
        Forged.written(liar(), receiver(), liar().analyst(), basis, told.body(), 0));
  }

  private List<Records.DecisionView> decided() throws Exception {
    return receiver().core().records().decisions(receiver().rights(), 100).stream()
        .filter(one -> one.side().equals("receiving") && !one.kind().equals("batch"))
        .toList();
  }

  /// The answer as it travels, opened with the liar's sealing key.
  private List<HitBody.Outcome> answer() throws Exception {
    Optional<Links.Outgoing> next = receiver().core().links().next(liar().id());
    if (next.isEmpty()) {
      return List.of();
    }
    var sealed = SealedBatch.parse(next.get().envelope());
    var opened = Sealer.open(sealed, receiver().id(), liar().keys().sealingKeys().getFirst());
    for (ProvenEntry entry : opened.batch().extract().entries()) {
      if (DispatchCodec.decode(entry.content()).body() instanceof HitBody.Answer answer) {
        return List.of(answer.outcome());
      }
    }
    return List.of();
  }
}
