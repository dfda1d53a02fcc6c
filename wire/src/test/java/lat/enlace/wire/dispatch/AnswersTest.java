// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.Agreement;
import lat.enlace.model.Band;
import lat.enlace.model.FeatureName;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.HitBody.Outcome;
import lat.enlace.wire.Vectors;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.seal.Sealer;
import lat.enlace.wire.seal.SealingKey;
import org.junit.jupiter.api.Test;

/// Invariant I13 on the wire: what an answer says does not show in its size.
class AnswersTest {
  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome.NoHit(),
          new Outcome.Hit(List.of(fullest(0)), false),
          new Outcome.Hit(List.of(fullest(0), fullest(1), fullest(2)), true),
          new Outcome.Refused(RefusalCode.R3, List.of()),
          new Outcome.Refused(RefusalCode.R3, longestReasons()));

  @Test
  void answers_haveOneSizeWhateverTheySay() throws Exception {
    Set<Integer> sizes = new HashSet<>();
    for (Outcome outcome : OUTCOMES) {
      sizes.add(DispatchCodec.encode(answer(outcome)).size());
    }
    assertThat(sizes).containsExactly(8192);
  }

  @Test
  void sealedAnswers_haveOneSizeWhateverTheySay() throws Exception {
    Set<Integer> sizes = new HashSet<>();
    for (Outcome outcome : OUTCOMES) {
      sizes.add(sealed(DispatchCodec.encode(answer(outcome))));
    }
    assertThat(sizes).hasSize(1);
  }

  @Test
  void answers_readBackAsWritten() throws Exception {
    for (Outcome outcome : OUTCOMES) {
      Dispatch answer = answer(outcome);
      assertThat(DispatchCodec.decode(DispatchCodec.encode(answer))).isEqualTo(answer);
    }
  }

  @Test
  void noHits_areTheSameBytes() throws Exception {
    assertThat(DispatchCodec.encode(answer(new Outcome.NoHit())))
        .isEqualTo(DispatchCodec.encode(answer(new Outcome.NoHit())));
  }

  @Test
  void answers_refuseReasonsInWords() {
    assertThatThrownBy(() -> new Outcome.Refused(RefusalCode.R3, List.of("a protected person")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Dispatch answer(Outcome outcome) throws Exception {
    Dispatch sample =
        DispatchCodec.decode(
            Vectors.bytes(
                Vectors.root().resolve("vectors/wire/dispatch/accepted/answer-no-hit.json")));
    HitBody.Answer body = (HitBody.Answer) sample.body();
    return new Dispatch(sample.header(), new HitBody.Answer(body.question(), outcome));
  }

  private static int sealed(Bytes dispatch) throws Exception {
    Bytes salt = Bytes.copyOf(new byte[32]);
    Hash hash = Hash.sha256(salt);
    ProvenEntry entry = new ProvenEntry(7, salt, List.of(hash, hash), dispatch);
    LogExtract extract =
        new LogExtract(1, Bytes.utf8("checkpoint"), ConsistencyPath.NONE_SEEN, List.of(entry));
    Batch batch =
        new Batch(
            new lat.enlace.model.NodeId("ve.example/enlace"),
            new lat.enlace.model.NodeId("co.example/enlace"),
            1,
            0,
            extract);
    SealingKey key = SealingKey.of(Bytes.copyOf(new byte[32]));
    return Sealer.seal(batch, List.of(), key.recipientKey(), Bytes.copyOf(new byte[64]))
        .toBytes()
        .size();
  }

  private static CandidateProfile fullest(int number) {
    Map<FeatureName, Agreement> features = new EnumMap<>(FeatureName.class);
    for (FeatureName feature : FeatureName.values()) {
      features.put(feature, Agreement.NOT_COMPARED);
    }
    return new CandidateProfile(
        new CandidateProfile.Handle("AAAAAAAAAAAAAAAAAAAAA" + number), Band.STRONG, features);
  }

  private static List<String> longestReasons() {
    List<String> reasons = new ArrayList<>();
    for (int i = 10; i < 26; i++) {
      reasons.add("r".repeat(62) + i);
    }
    return reasons;
  }
}
