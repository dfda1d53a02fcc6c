// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.decide.Skeleton;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.EntityId;
import lat.enlace.model.dispatch.Asks;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;

/// What goes out in place of a question about a person on this node's own sealed list: a question
/// about nobody (docs/adr/0013).
///
/// It has the id, ends, officer, instrument, offence, category, grounds and urgency of the
/// question, so that the partner decides, counts, holds back and answers as he would the real one.
/// Its words and the form of its numbers are those of questions that this agency really sent to
/// that partner ({@link Wordings}); names, date of birth and numbers are invented; everything else
/// that was said of the person is left out. What is invented follows from keyed digests of case and
/// name skeletons, so that variations of one question use up the same budgets there.
final class Decoys {
  /// A question longer than its decoy by more than this has a decoy that says more.
  private static final int MUCH_LONGER = 1_024;

  private static final int TRIES = 16;

  private final AskParts parts;
  private final Wordings wordings;

  Decoys(AskParts parts, Wordings wordings) {
    this.parts = parts;
    this.wordings = wordings;
  }

  /// On what the decoy in place of {@code question} rests.
  Basis basisInstead(Work work, Dispatch question) {
    return header(question.header(), wordings.cover(work, question)).basis();
  }

  /// True if somebody can be invented in the subject's place: a person by his name. A number of an
  /// object would be somebody's.
  static boolean possible(Dispatch question) {
    return question.body() instanceof Asks asked
        && (asked.subject().schema().mayBePerson() || question.body() instanceof HitBody.Question);
  }

  /// The exact bytes that travel in place of {@code question}.
  Bytes insteadOf(Work work, Dispatch question, int length) throws ExchangeException {
    Wording words = wordings.cover(work, question);
    Header header = header(question.header(), words);
    Entity subject = subject(question, words);
    try {
      String reason = words.reason();
      Bytes decoy = encode(header, subject, question, reason);
      for (String more : wordings.reasons(work, question)) {
        boolean fits = reason.length() + more.length() + 2 <= Body.MAX_TEXT_LENGTH;
        if (fits && decoy.size() + MUCH_LONGER < length) {
          reason = reason + "; " + more;
          decoy = encode(header, subject, question, reason);
        }
      }
      return decoy;
    } catch (WireException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "the dispatch does not fit its bounds", e);
    }
  }

  private Bytes encode(Header header, Entity subject, Dispatch question, String reason)
      throws WireException {
    return DispatchCodec.encode(new Dispatch(header, body(question, subject, reason)));
  }

  private Body body(Dispatch real, Entity subject, String reason) {
    if (real.body() instanceof RequestBody.Request asked) {
      return new RequestBody.Request(
          enquiry(real.header(), asked.enquiry()),
          asked.type(),
          subject,
          asked.category(),
          asked.stage(),
          asked.grounds(),
          asked.wanted(),
          asked.urgent(),
          List.of(),
          reason);
    }
    Asks asked = (Asks) real.body();
    return new HitBody.Question(
        subject, asked.category(), asked.stage(), asked.grounds(), asked.wanted(), reason);
  }

  /// Another matter than the real one, the same for all that is asked in it.
  private EnquiryId enquiry(Header header, EnquiryId real) {
    String drawn = draw("enquiry", header, real.value()).digits(real.value().substring(3));
    return new EnquiryId(real.value().substring(0, 3) + drawn);
  }

  private Header header(Header real, Wording words) {
    Basis.UnderInstrument basis = (Basis.UnderInstrument) real.basis();
    Basis invented =
        new Basis.UnderInstrument(
            basis.instrument(),
            caseReference(real, basis.caseReference(), words.caseReference()),
            basis.purpose(),
            basis.offence(),
            words.legalBasis(),
            basis.elements());
    return new Header(
        real.id(),
        real.kind(),
        real.version(),
        real.from(),
        real.to(),
        real.sender(),
        invented,
        real.handling(),
        real.urgency(),
        real.created(),
        real.language());
  }

  /// In the form of {@code model}, another number than either.
  private CaseReference caseReference(Header header, CaseReference real, CaseReference model) {
    for (int i = 0; i < TRIES; i++) {
      Drawing drawing = draw("case" + i, header, real.value());
      String drawn = drawing.digits(model.value());
      // A case without a number of its own bears a name.
      drawn = drawn.equals(model.value()) ? drawing.lastWord(model.value()) : drawn;
      if (!drawn.equals(real.value()) && !drawn.equals(model.value())) {
        return new CaseReference(drawn);
      }
    }
    return new CaseReference(draw("case", header, real.value()).number());
  }

  private Entity subject(Dispatch question, Wording words) {
    Header header = question.header();
    Entity real = ((Asks) question.body()).subject();
    List<Statement> invented = new ArrayList<>();
    for (Statement one : real.statements()) {
      if (QuestionBounds.isName(one.property())) {
        invented.add(stated(one, name(header, one), words));
      } else if (one.property().equals(Property.BIRTH_DATE)) {
        String born = draw("born", header, String.join(" ", Skeleton.all(real))).born();
        String value = born.substring(0, Math.min(born.length(), one.value().length()));
        invented.add(stated(one, value, words));
      }
    }
    if (invented.isEmpty()) {
      invented.add(unknown(header, real.statements().getFirst(), words));
    }
    String id = draw("id", header, header.id().toString()).digits(words.subject().value());
    return new Entity(new EntityId(id), real.schema(), invented);
  }

  private String name(Header header, Statement real) {
    Drawing drawn = draw("name", header, Skeleton.of(real.value()));
    boolean whole =
        real.property().equals(Property.NAME)
            || real.property().equals(Property.ALIAS)
            || real.property().equals(Property.WEAK_ALIAS)
            || real.property().equals(Property.PREVIOUS_NAME);
    String name = whole ? drawn.fullName() : drawn.word(0);
    return real.value().equals(real.value().toUpperCase(Locale.ROOT))
        ? name.toUpperCase(Locale.ROOT)
        : name;
  }

  /// Where neither a name nor a date of birth was given: a name, by which nobody is matched.
  private Statement unknown(Header header, Statement model, Wording words) {
    return new Statement(
        Property.NAME,
        draw("nobody", header, model.value()).fullName(),
        model.kind(),
        model.grading(),
        words.source(),
        model.since());
  }

  private static Statement stated(Statement model, String value, Wording words) {
    return new Statement(
        model.property(), value, model.kind(), model.grading(), words.source(), model.since());
  }

  private Drawing draw(String what, Header header, String text) {
    return Drawing.of(parts.letters(), what, header.to(), text);
  }
}
