// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.OffenceCode;

/// Reads the text of an accession against the instrument it adds to.
public final class AccessionReader {
  /// The value of the key `format`.
  public static final String FORMAT = "enlace/accession/1";

  private final Instrument base;
  private final Vocabulary vocabulary;

  private AccessionReader(Instrument base) {
    this.base = base;
    this.vocabulary = new Vocabulary(base.heading().authentic());
    base.parties().forEach(party -> vocabulary.states().know(party.state()));
    base.articles().forEach(article -> vocabulary.clauses().know(article.clause()));
    base.terms().offences().forEach(offence -> vocabulary.offences().know(offence.code()));
  }

  /// The accession that `text` says.
  ///
  /// @throws InstrumentException with code TEXT and every problem found
  public static Accession read(InstrumentText text, Instrument base) throws InstrumentException {
    Document document = Document.of(text.value());
    Accession accession = new AccessionReader(base).accession(document.root());
    document.finish();
    return accession;
  }

  private Accession accession(Fields root) {
    Value format = root.required("format");
    if (!format.isAbsent() && !format.text().equals(FORMAT)) {
      format.problem(Problem.Code.VALUE, "write " + FORMAT);
    }
    InstrumentId id =
        root.required("instrument").form(InstrumentId::new, base.id(), base.id().value());
    Hash text =
        root.required("text")
            .form(AccessionReader::hash, Hash.sha256(), "the base64 hash of the signed text");
    PartiesReader reader = new PartiesReader(vocabulary);
    Party party = reader.party(root.required("party"));
    Mandate mandate = reader.mandate(root.required("mandate"));
    List<Authority> authorities = reader.authorities(root.required("authorities"));
    List<Law> laws = laws(root.required("laws"));
    List<RightsClause> reservations =
        new RightsReader(vocabulary).clauses(root.optional("reservations"));
    List<Article> articles = InstrumentReader.articles(vocabulary, root.optional("articles"));
    root.end();
    vocabulary.resolve();
    checkOwn(root, party, mandate, authorities, laws);
    return new Accession(id, text, party, mandate, authorities, laws, reservations, articles);
  }

  private List<Law> laws(Value value) {
    LawReader reader = new LawReader(vocabulary);
    List<Law> laws = new ArrayList<>();
    for (Value item : value.list()) {
      Fields fields = item.fields();
      OffenceCode code = vocabulary.offences().use(fields.required("offence"));
      laws.add(reader.law(fields, code));
    }
    return laws;
  }

  /// A state that joins speaks for itself alone.
  private static void checkOwn(
      Fields root, Party party, Mandate mandate, List<Authority> authorities, List<Law> laws) {
    boolean own =
        mandate.state().equals(party.state())
            && authorities.stream().allMatch(one -> one.state().equals(party.state()))
            && laws.stream().allMatch(law -> law.state().equals(party.state()));
    if (!own) {
      root.problem(
          Problem.Code.CONTRADICTION,
          "speak for " + party.state() + " alone: mandate, authorities and laws are its own");
    }
  }

  private static Hash hash(String base64) {
    try {
      return Hash.parse(Bytes.fromBase64(base64));
    } catch (MalformedBytesException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
