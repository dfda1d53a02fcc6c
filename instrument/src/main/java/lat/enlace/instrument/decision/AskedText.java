// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Document;
import lat.enlace.instrument.Fields;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.Value;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.StateCode;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import org.jspecify.annotations.Nullable;

/// A question and its context written down in JSON or YAML (docs/spec/gates.md, "Questions as
/// text"), for vectors, rehearsals and the command line. Holds codes only, no person.
public record AskedText(Question question, Context context) {
  private static final StateCode NO_STATE = new StateCode("ZZ");
  private static final String STATE_EXAMPLE = "CO";

  /// Reads one that is in force where the text names no state.
  ///
  /// @param level the confidence level where the text names none
  /// @throws InstrumentException with code TEXT and every problem found
  public static AskedText read(String text, ConfidenceLevel level) throws InstrumentException {
    return read(text, route -> new Standing(Standing.State.IN_FORCE, level));
  }

  /// Reads one; where the text names no state, `instrument` stands as it was signed, on `day`.
  ///
  /// @throws InstrumentException with code TEXT and every problem found
  public static AskedText read(String text, Instrument instrument, LocalDate day)
      throws InstrumentException {
    return read(text, route -> Standing.asSigned(instrument, route.asker(), route.holder(), day));
  }

  private static AskedText read(String text, Function<Question.Route, Standing> unnamed)
      throws InstrumentException {
    Document document = Document.of(text);
    Fields root = document.root();
    Question question =
        new Question(
            route(root),
            cause(root),
            subject(root),
            root.required("wanted").codeSet(DataCategory.class, DataCategory.IDENTITY),
            root.required("urgency").code(Urgency.class, Urgency.N7D));
    Context context = context(root.optional("context").fields(), unnamed.apply(question.route()));
    root.end();
    document.finish();
    return new AskedText(question, context);
  }

  private static Question.Route route(Fields root) {
    return new Question.Route(
        root.required("side").code(Side.class, Side.ASKING),
        root.required("kind").code(DispatchKind.class, DispatchKind.QUESTION),
        root.required("asker").form(StateCode::new, NO_STATE, STATE_EXAMPLE),
        root.required("holder").form(StateCode::new, NO_STATE, STATE_EXAMPLE),
        root.required("agency").code(AgencyKind.class, AgencyKind.POLICE));
  }

  private static Question.Cause cause(Fields root) {
    Value offence = root.optional("offence");
    @Nullable OffenceCode code =
        offence.isAbsent()
            ? null
            : offence.form(OffenceCode::new, new OffenceCode("00"), "\"0601\"");
    return new Question.Cause(
        root.required("purpose").code(Purpose.class, Purpose.OTHER),
        code,
        root.required("case").truth(),
        root.required("legal-basis").truth(),
        root.required("elements")
            .codeSet(TransnationalElement.class, TransnationalElement.EFFECTS_ELSEWHERE));
  }

  private static Question.Subject subject(Fields root) {
    return new Question.Subject(
        root.required("category").code(SubjectCategory.class, SubjectCategory.WITNESS),
        root.required("stage").code(ProceduralStage.class, ProceduralStage.NONE),
        root.required("grounds").codeSet(Ground.class, Ground.EVIDENCE));
  }

  private static Context context(Fields fields, Standing unnamed) {
    Standing.State state = fields.optional("state").code(Standing.State.class, unnamed.state());
    Standing standing =
        new Standing(state, fields.optional("level").code(ConfidenceLevel.class, unnamed.level()));
    Facts facts =
        new Facts(
            fields.optional("age").code(AgeFact.class, AgeFact.UNKNOWN),
            fields
                .optional("concealed")
                .codeSet(ConcealedFact.class, ConcealedFact.PROTECTED_PERSON),
            fields.optional("person").truth());
    Value quota = fields.optional("quota-left");
    Set<AuthorityRole> approvals =
        new HashSet<>(
            fields.optional("approvals").codeSet(AuthorityRole.class, AuthorityRole.SUPERVISOR));
    fields.end();
    return new Context(standing, facts, quota.isAbsent() || quota.truth(), approvals);
  }
}
