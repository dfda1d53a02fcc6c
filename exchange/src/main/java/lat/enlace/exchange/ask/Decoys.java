// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntUnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.decide.Skeleton;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;

/// What goes out in place of a question about a person on this node's own sealed list: a question
/// about nobody (docs/adr/0013).
///
/// It has the id, ends, instrument, offence, category, grounds, urgency and length of the question,
/// so that the partner decides, counts, holds back and answers as he would the real one. Case,
/// legal basis, names, date of birth and reason are invented; everything else that was said of the
/// person is left out. What is invented follows from keyed digests of case and name skeletons, so
/// that variations of one question use up the same budgets there, and says nothing without this
/// node's secret.
final class Decoys {
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "be", "bri", "bo", "bu", "da", "de", "dri", "do", "du", "fa", "fe", "fi", "fro",
          "fu", "ga", "gre", "go", "gu", "la", "le", "li", "lo", "lu", "ma", "me", "mi", "mo", "mu",
          "na", "ne", "ni", "no", "nu", "pa", "pe", "pri", "po", "pu", "ra", "re", "ri", "ro", "ru",
          "ta", "te", "ti", "tro", "tu", "xa", "xe", "xi", "ya", "yo", "za", "ze", "zi", "zo", "zu",
          "san", "tel", "mar", "bun", "dor");
  private static final List<Integer> WORDS = List.of(4, 4, 5);
  private static final String FILLER = "se requiere para la causa en curso; ";
  private static final String LEGAL_BASIS = "Orden de la autoridad competente";
  private static final EntityId SUBJECT = new EntityId("probe");

  private final AskParts parts;

  Decoys(AskParts parts) {
    this.parts = parts;
  }

  /// The exact bytes that travel in place of {@code question}.
  Bytes insteadOf(Bytes question) throws ExchangeException {
    Dispatch real = Dispatches.own(question);
    Body.Question asked = (Body.Question) real.body();
    Basis.UnderInstrument basis = (Basis.UnderInstrument) real.header().basis();
    Header header = header(real.header(), basis);
    Entity subject = subject(real.header(), asked.subject());
    try {
      Bytes least = encode(header, subject, asked, filled(1));
      int missing = Math.max(0, question.size() - least.size());
      return encode(header, subject, asked, filled(Math.min(1 + missing, Body.MAX_TEXT_LENGTH)));
    } catch (WireException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "the dispatch does not fit its bounds", e);
    }
  }

  private static Bytes encode(Header header, Entity subject, Body.Question asked, String reason)
      throws WireException {
    Body body =
        new Body.Question(
            subject, asked.category(), asked.stage(), asked.grounds(), asked.wanted(), reason);
    return DispatchCodec.encode(new Dispatch(header, body));
  }

  private Header header(Header real, Basis.UnderInstrument basis) {
    Basis invented =
        new Basis.UnderInstrument(
            basis.instrument(),
            caseReference(real, basis.caseReference()),
            basis.purpose(),
            basis.offence(),
            LEGAL_BASIS,
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

  /// Of the same shape: a letter for a letter, a digit for a digit.
  private CaseReference caseReference(Header header, CaseReference real) {
    IntUnaryOperator digest = digest("case", header, real.value());
    StringBuilder invented = new StringBuilder();
    for (int i = 0; i < real.value().length(); i++) {
      char at = real.value().charAt(i);
      int drawn = digest.applyAsInt(i);
      if (at >= '0' && at <= '9') {
        invented.append((char) ('0' + drawn % 10));
      } else {
        invented.append(at >= 'A' && at <= 'Z' ? (char) ('A' + drawn % 26) : at);
      }
    }
    return new CaseReference(invented.toString());
  }

  private Entity subject(Header header, Entity real) {
    List<Statement> invented = new ArrayList<>();
    for (Statement one : real.statements()) {
      if (QuestionBounds.isName(one.property())) {
        invented.add(stated(one, name(digest("name", header, Skeleton.of(one.value())))));
      } else if (one.property().equals(Property.BIRTH_DATE)) {
        String born = born(digest("born", header, String.join(" ", Skeleton.all(real))));
        invented.add(stated(one, born.substring(0, Math.min(born.length(), one.value().length()))));
      }
    }
    Statement first = real.statements().getFirst();
    return new Entity(
        SUBJECT, real.schema(), invented.isEmpty() ? List.of(unknown(first)) : invented);
  }

  /// Where nothing is left to say: a note, by which nobody is matched.
  private Statement unknown(Statement model) {
    return new Statement(
        Property.NOTES, "-", model.kind(), model.grading(), source(), model.since());
  }

  private Statement stated(Statement model, String value) {
    return new Statement(
        model.property(), value, model.kind(), model.grading(), source(), model.since());
  }

  private String source() {
    return parts.own().node().value();
  }

  private static String name(IntUnaryOperator digest) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    for (int syllables : WORDS) {
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < syllables; i++) {
        word.append(SYLLABLES.get(digest.applyAsInt(at++) % SYLLABLES.size()));
      }
      word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
      name.append(name.isEmpty() ? "" : " ").append(word);
    }
    return name.toString();
  }

  /// Of full age, like everyone whom the gate for minors let pass.
  private static String born(IntUnaryOperator digest) {
    int year = 1955 + digest.applyAsInt(0) % 40;
    int month = 1 + digest.applyAsInt(1) % 12;
    int day = 1 + digest.applyAsInt(2) % 28;
    return "%04d-%02d-%02d".formatted(year, month, day);
  }

  private static String filled(int length) {
    return FILLER.repeat(length / FILLER.length() + 1).substring(0, length);
  }

  /// Numbers from 0 to 255, by place, around the digest's length.
  private IntUnaryOperator digest(String what, Header header, String text) {
    String keyed = parts.letters().keyed(Keys.of("decoy", what, header.to(), text));
    Bytes digest = Bytes.copyOf(Base64.getUrlDecoder().decode(keyed));
    return place -> digest.at(place % digest.size());
  }
}
