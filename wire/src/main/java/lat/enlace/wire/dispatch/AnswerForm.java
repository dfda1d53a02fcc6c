// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lat.enlace.model.Agreement;
import lat.enlace.model.Band;
import lat.enlace.model.DispatchId;
import lat.enlace.model.FeatureName;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;

/// Answers, which all have one size in bytes whatever they say (docs/spec/dispatch.md, "Answers
/// have one size"; invariant I13).
final class AnswerForm {
  /// The size of every answer dispatch, header included.
  static final int SIZE_BYTES = 8 * 1024;

  private static final String PADDING = "padding";
  private static final String NO_HIT = "no-hit";
  private static final String HIT = "hit";
  private static final String REFUSED = "refused";

  private AnswerForm() {}

  static HitBody.Answer read(Fields in) throws WireException {
    if (!in.text(PADDING).isEmpty() && !in.text(PADDING).matches(" +")) {
      throw new WireException(Code.VALUE_INVALID);
    }
    Fields outcome = in.object("outcome");
    HitBody.Outcome read =
        switch (outcome.text("type")) {
          case NO_HIT -> new HitBody.Outcome.NoHit();
          case HIT -> new HitBody.Outcome.Hit(candidates(outcome), outcome.bool("several"));
          case REFUSED ->
              new HitBody.Outcome.Refused(
                  outcome.coded("code", RefusalCode.class), outcome.texts("reasons"));
          default -> throw new WireException(Code.VALUE_INVALID);
        };
    outcome.finish();
    return new HitBody.Answer(DispatchId.parse(in.text("question")), read);
  }

  private static List<CandidateProfile> candidates(Fields outcome) throws WireException {
    List<CandidateProfile> candidates = new ArrayList<>();
    for (Fields in : outcome.objects("candidates")) {
      Fields features = in.object("features");
      Map<FeatureName, Agreement> read = new EnumMap<>(FeatureName.class);
      for (String name : features.names()) {
        read.put(Fields.member(name, FeatureName.class), features.coded(name, Agreement.class));
      }
      candidates.add(
          new CandidateProfile(
              new CandidateProfile.Handle(in.text("handle")), in.coded("band", Band.class), read));
      in.finish();
    }
    return candidates;
  }

  static Json.Obj write(HitBody.Answer answer, int padding) {
    return Json.Obj.empty()
        .with("question", answer.question().toString())
        .with("outcome", outcome(answer.outcome()))
        .with(PADDING, " ".repeat(padding));
  }

  private static Json.Obj outcome(HitBody.Outcome outcome) {
    return switch (outcome) {
      case HitBody.Outcome.NoHit() -> Json.Obj.empty().with("type", NO_HIT);
      case HitBody.Outcome.Hit(List<CandidateProfile> candidates, boolean several) ->
          Json.Obj.empty()
              .with("type", HIT)
              .with(
                  "candidates",
                  new Json.Arr(candidates.stream().<Json>map(AnswerForm::candidate).toList()))
              .with("several", new Json.Bool(several));
      case HitBody.Outcome.Refused(RefusalCode code, List<String> reasons) ->
          Json.Obj.empty()
              .with("type", REFUSED)
              .with("code", code.code())
              .with("reasons", Lists.texts(reasons));
    };
  }

  private static Json candidate(CandidateProfile candidate) {
    Json.Obj features = Json.Obj.empty();
    for (var entry : new TreeMap<>(candidate.features()).entrySet()) {
      features = features.with(entry.getKey().code(), entry.getValue().code());
    }
    return Json.Obj.empty()
        .with("handle", candidate.handle().value())
        .with("band", candidate.band().code())
        .with("features", features);
  }

  /// How much padding lifts a dispatch of {@code unpadded} bytes to the one size.
  static int padding(int unpadded) throws WireException {
    if (unpadded > SIZE_BYTES) {
      throw new WireException(Code.TOO_LARGE);
    }
    return SIZE_BYTES - unpadded;
  }
}
