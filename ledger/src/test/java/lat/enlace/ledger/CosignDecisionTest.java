// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.ledger.CosignDecision.Conflict;
import lat.enlace.ledger.CosignDecision.Cosign;
import lat.enlace.ledger.CosignDecision.Reason;
import lat.enlace.ledger.CosignDecision.Refuse;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CosignDecisionTest {
  private final LogPorts ports = Logs.ports(new HeapLogStorage());
  private final LogKeys keys = ports.signer().keys();
  private SignedCheckpoint five = sign(0, TreeHash.EMPTY);
  private SignedCheckpoint nine = five;
  private List<Hash> path = List.of();

  @BeforeEach
  void grow() throws Exception {
    Log log = Log.create(ports, LogSettings.STANDARD);
    log.append(Logs.entries(0, 5));
    five = log.publish();
    log.append(Logs.entries(5, 9));
    nine = log.publish();
    path = log.view().consistencyFrom(5).path();
  }

  private SignedCheckpoint sign(long size, Hash root) {
    try {
      return ports.signer().sign(new Checkpoint(keys.origin(), size, root), Logs.NOW);
    } catch (LedgerException e) {
      throw new AssertionError(e);
    }
  }

  private CosignDecision decide(long lastSize, Hash lastRoot, CosignRequest request) {
    return CosignDecision.decide(keys, lastSize, lastRoot, request);
  }

  @Test
  void decide_cosignsAFirstHeadAndAConsistentNextOne() throws Exception {
    CosignRequest first = new CosignRequest(0, List.of(), five);
    CosignRequest next = CosignRequest.parse(new CosignRequest(5, path, nine).bytes());

    assertThat(decide(0, TreeHash.EMPTY, first)).isInstanceOf(Cosign.class);
    assertThat(decide(5, five.checkpoint().root(), next))
        .isInstanceOfSatisfying(
            Cosign.class, cosign -> assertThat(cosign.head().size()).isEqualTo(9));
    assertThat(decide(9, nine.checkpoint().root(), new CosignRequest(9, List.of(), nine)))
        .isInstanceOf(Cosign.class);
  }

  @Test
  void decide_tellsTheSizeItSawLast() {
    assertThat(decide(5, five.checkpoint().root(), new CosignRequest(4, path, nine)))
        .isEqualTo(new Conflict(5));
  }

  @Test
  void decide_refusesAnotherHistory() {
    SignedCheckpoint forked = sign(5, Hash.sha256(Bytes.utf8("fork")));

    assertThat(decide(5, five.checkpoint().root(), new CosignRequest(5, List.of(), forked)))
        .isEqualTo(new Refuse(Reason.INCONSISTENT, true));
    assertThat(decide(5, forked.checkpoint().root(), new CosignRequest(5, path, nine)))
        .isEqualTo(new Refuse(Reason.INCONSISTENT, true));
  }

  @Test
  void decide_refusesAPathWhereNoneBelongs() {
    assertThat(decide(0, TreeHash.EMPTY, new CosignRequest(0, path, nine)))
        .isEqualTo(new Refuse(Reason.INCONSISTENT, true));
  }

  @Test
  void decide_refusesAnOldSizeBeyondTheNew() {
    assertThat(decide(9, nine.checkpoint().root(), new CosignRequest(9, List.of(), five)))
        .isEqualTo(new Refuse(Reason.OLD_SIZE, true));
  }

  @Test
  void decide_refusesOneLineAndOtherLogs() throws Exception {
    SignedCheckpoint oneLine =
        new SignedCheckpoint(
            five.checkpoint(),
            new lat.enlace.note.Note(five.note().text(), five.note().signatures().subList(0, 1)));
    LogKeys others = Logs.signer("ve.example/ledger").keys();

    assertThat(decide(0, TreeHash.EMPTY, new CosignRequest(0, List.of(), oneLine)))
        .isEqualTo(new Refuse(Reason.SIGNATURE, false));
    assertThat(
            CosignDecision.decide(others, 0, TreeHash.EMPTY, new CosignRequest(0, List.of(), five)))
        .isEqualTo(new Refuse(Reason.UNKNOWN_ORIGIN, false));
  }

  @Test
  void quorum_countsAWitnessOnceHoweverManyKeysItHas() throws Exception {
    SigningKey one = Logs.key("ve.example/w", SignatureType.ED25519_COSIGNATURE);
    SigningKey two = Logs.key("ve.example/w", SignatureType.ML_DSA_44_COSIGNATURE);
    SigningKey other = Logs.key("ec.example/w", SignatureType.ML_DSA_44_COSIGNATURE);
    SignedCheckpoint cosigned =
        five.with(one.sign(five.note().text(), Logs.NOW))
            .with(two.sign(five.note().text(), Logs.NOW));
    Quorum quorum =
        new Quorum(List.of(one.verifierKey(), two.verifierKey(), other.verifierKey()), 2);

    assertThatThrownBy(() -> quorum.verify(cosigned))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.QUORUM));
    assertThat(quorum.verify(cosigned.with(other.sign(five.note().text(), Logs.NOW)))).hasSize(3);
  }

  @Test
  void parse_refusesRequestsOutOfForm() throws Exception {
    String sound = new CosignRequest(5, path, nine).bytes().text();
    for (String spoilt :
        List.of(
            "",
            sound.substring(4),
            sound.replaceFirst("old 5", "old 05"),
            sound.replaceFirst("old 5", "old -5"),
            sound.replaceFirst("old 5\n", "old 5\nAAAA\n"),
            sound.replaceFirst("\n\n", "\n"),
            sound.replace("\n", "\r\n"))) {
      assertThatThrownBy(() -> CosignRequest.parse(Bytes.utf8(spoilt)))
          .isInstanceOf(LedgerException.class);
    }
  }
}
