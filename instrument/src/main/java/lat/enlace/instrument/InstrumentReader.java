// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.Language;

/// Reads an agreement text (docs/spec/instrument.md) and tells everything that is wrong in it at
/// once.
public final class InstrumentReader {
  /// The value of the key `format`.
  public static final String FORMAT = "enlace/instrument/1";

  private static final int MAX_VERSION = 9999;

  private final Findings findings;
  private final Fields root;
  private final List<Language> authentic;
  private final Vocabulary vocabulary;

  private InstrumentReader(Findings findings, Fields root) {
    this.findings = findings;
    this.root = root;
    this.authentic = authentic(root);
    this.vocabulary = new Vocabulary(authentic);
  }

  /// The agreement that `text` says.
  ///
  /// @throws InstrumentException with code TEXT and every problem found
  public static Instrument read(InstrumentText text) throws InstrumentException {
    Document document = Document.of(text.value());
    Instrument instrument = new InstrumentReader(document.findings(), document.root()).instrument();
    document.finish();
    return instrument;
  }

  private Instrument instrument() {
    Value format = root.required("format");
    if (!format.isAbsent() && !format.text().equals(FORMAT)) {
      format.problem(Problem.Code.VALUE, "write " + FORMAT);
    }
    InstrumentId id =
        root.required("id")
            .form(InstrumentId::new, new InstrumentId("missing"), "co-ve-2026-cooperation");
    int version = root.required("version").integer(1, MAX_VERSION);
    LocalText title = vocabulary.localText(root.required("title"));
    PartiesReader reader = new PartiesReader(vocabulary);
    List<Party> parties = reader.parties(root.required("parties"));
    List<Mandate> mandates = reader.mandates(root.required("mandates"));
    List<Authority> authorities = reader.authorities(root.required("authorities"));
    Terms terms = new TermsReader(vocabulary).terms(root);
    Lifetime lifetime = new LifetimeReader(vocabulary).lifetime(root);
    List<Article> articles = articles(vocabulary, root.required("articles"));
    root.end();
    vocabulary.resolve();
    Heading heading = new Heading(id, version, title, authentic);
    Instrument instrument =
        new Instrument(
            heading, parties, mandates, authorities, terms, lifetime, articles, List.of());
    new Consistency(findings, root).check(instrument);
    return instrument;
  }

  static List<Article> articles(Vocabulary vocabulary, Value value) {
    List<Article> all = new ArrayList<>();
    for (Value item : value.list()) {
      Fields fields = item.fields();
      all.add(
          new Article(
              vocabulary.clauses().declare(fields.required("clause")),
              vocabulary.localText(fields.required("title")),
              vocabulary.localText(fields.required("text"))));
      fields.end();
    }
    return all;
  }

  private static List<Language> authentic(Fields root) {
    return List.copyOf(root.required("authentic").codeSet(Language.class, Language.ES));
  }
}
