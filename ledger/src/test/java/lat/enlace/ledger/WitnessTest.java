// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.Note;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessTest {
  private static final SigningKey KEY =
      Logs.key("uni.example/witness", SignatureType.ML_DSA_44_COSIGNATURE);

  private final HeapLogStorage memory = new HeapLogStorage();
  private final LogSigner signer = Logs.signer("co.example/ledger");
  private Log log;
  private SignedCheckpoint five;
  private SignedCheckpoint nine;
  private List<Hash> path;

  @BeforeEach
  void grow() throws Exception {
    log = Log.create(Logs.ports(new HeapLogStorage()), LogSettings.STANDARD);
    log.append(Logs.entries(0, 5));
    five = log.publish();
    log.append(Logs.entries(5, 9));
    nine = log.publish();
    path = log.view().consistencyFrom(5).path();
  }

  private Witness witness() {
    return new Witness(KEY, List.of(signer.keys()), memory, InstantSource.fixed(Logs.NOW));
  }

  @Test
  void add_recordsThenCosignsWhatGrows() throws Exception {
    assertThat(witness().add(new CosignRequest(0, List.of(), five)))
        .isInstanceOf(Witness.Reply.Cosigned.class);
    Witness.Reply reply = witness().add(new CosignRequest(5, path, nine));

    assertThat(witness().last(signer.origin())).contains(nine);
    Quorum quorum = new Quorum(List.of(KEY.verifierKey()), 1);
    assertThat(reply)
        .isInstanceOfSatisfying(
            Witness.Reply.Cosigned.class,
            cosigned ->
                assertThat(verified(quorum, nine.with(cosigned.line())))
                    .singleElement()
                    .satisfies(line -> assertThat(line.time()).contains(Logs.NOW)));
  }

  private static List<Cosignature> verified(Quorum quorum, SignedCheckpoint head) {
    try {
      return quorum.verify(head);
    } catch (LedgerException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void add_cosignsNothingThatItCouldNotRecord() throws Exception {
    Witness full =
        new Witness(KEY, List.of(signer.keys()), new FullStorage(), InstantSource.fixed(Logs.NOW));

    assertThatThrownBy(() -> full.add(new CosignRequest(0, List.of(), five)))
        .isInstanceOf(LogStorageException.class);
    assertThat(full.last(signer.origin())).isEmpty();
  }

  private static final class FullStorage extends HeapLogStorage {
    @Override
    public void replace(String path, Bytes content) throws LogStorageException {
      throw new LogStorageException(LogStorageException.Code.FULL);
    }
  }

  @Test
  void add_keepsTheFirstTwoHeadsThatConvictALog() throws Exception {
    witness().add(new CosignRequest(0, List.of(), five));
    SignedCheckpoint forked = forked("fork");

    assertThat(witness().add(new CosignRequest(5, List.of(), forked)))
        .isEqualTo(new Witness.Reply.Refused(CosignDecision.Reason.INCONSISTENT));
    witness().add(new CosignRequest(5, List.of(), forked("another fork")));

    assertThat(memory.list(Witness.EVIDENCE)).hasSize(1);
    assertThat(memory.read(memory.list(Witness.EVIDENCE).getFirst()))
        .contains(Bytes.concat(five.bytes(), forked.bytes()));
    assertThat(witness().last(signer.origin())).contains(five);
  }

  @Test
  void add_keepsNothingOfAPathThatLeadsNowhere() throws Exception {
    witness().add(new CosignRequest(0, List.of(), five));

    assertThat(witness().add(new CosignRequest(5, path.reversed(), nine)))
        .isEqualTo(new Witness.Reply.Refused(CosignDecision.Reason.INCONSISTENT));
    assertThat(memory.list(Witness.EVIDENCE)).isEmpty();
  }

  @Test
  void add_tellsWhereItLeftOffAndFollowsNobodyElse() throws Exception {
    witness().add(new CosignRequest(0, List.of(), five));
    Witness stranger =
        new Witness(
            KEY,
            List.of(Logs.signer("ve.example/ledger").keys()),
            memory,
            InstantSource.fixed(Logs.NOW));

    assertThat(witness().add(new CosignRequest(0, List.of(), nine)))
        .isEqualTo(new Witness.Reply.Conflict(5));
    assertThat(stranger.add(new CosignRequest(0, List.of(), five)))
        .isEqualTo(new Witness.Reply.Refused(CosignDecision.Reason.UNKNOWN_ORIGIN));
  }

  @Test
  void add_signsNothingOverADamagedMemory() throws Exception {
    witness().add(new CosignRequest(0, List.of(), five));
    memory.replace(memory.list(Witness.SEEN).getFirst(), Bytes.utf8("spoilt"));

    assertThatThrownBy(() -> witness().add(new CosignRequest(5, path, nine)))
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.code()).isEqualTo(LedgerException.Code.CORRUPT));
  }

  private SignedCheckpoint forked(String what) throws Exception {
    Checkpoint head = new Checkpoint(signer.origin(), 5, Hash.sha256(Bytes.utf8(what)));
    Note note =
        Note.unsigned(head.text())
            .sign(signer.ed25519(), Logs.NOW)
            .sign(signer.mlDsa44(), Logs.NOW);
    return new SignedCheckpoint(head, note);
  }
}
