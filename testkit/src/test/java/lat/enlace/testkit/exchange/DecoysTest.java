// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Officer;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.Language;
import lat.enlace.model.Role;
import lat.enlace.model.StatementKind;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.wire.dispatch.DispatchCodec;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;
import org.junit.jupiter.api.Test;

/// A hundred questions about protected persons among a hundred others, as their partner receives
/// them: nothing that he reads says which are decoys (docs/adr/0013).
class DecoysTest {
  private static final int EACH = 100;

  /// A node that never asked has only stock words to say.
  private static final int FIRST = 12;

  private static final List<String> BASES =
      List.of("Ley inventada 906", "Orden del juzgado inventado", "CPP, art. 205 (inventado)");
  private static final List<String> REASONS =
      List.of(
          "nombrada por un testigo", "llamó al imputado", "viajó con él", "figura en la agenda");
  private static final List<String> SOURCES = List.of("co-policia", "registro inventado");
  private static final List<String> IDS = List.of("probe", "asked", "persona-");

  private final SplittableRandom random = new SplittableRandom(17);
  private final Federation federation = Federation.ofThree(37);
  private final TestNode co = federation.co();
  private final TestNode ve = federation.ve();
  private final Map<DispatchId, AskForm> asked = new HashMap<>();
  private final List<Dispatch> real = new ArrayList<>();
  private final List<Dispatch> decoys = new ArrayList<>();

  DecoysTest() throws ExchangeException {}

  @Test
  void aHundredDecoys_haveNoValueAndNoFormOfTheirOwn() throws Exception {
    askAll();

    assertThat(decoys.size()).isEqualTo(EACH);
    assertThat(real.size()).isEqualTo(FIRST + EACH);
    Map<String, Set<String>> told = forms(decoys);
    Map<String, Set<String>> usual = forms(real);
    told.forEach((field, forms) -> {
      assertThat(usual.get(field)).as(field).containsAll(forms);
      assertThat(forms.size() == 1 && usual.getOrDefault(field, Set.of()).size() > 1)
          .as("constant %s", field)
          .isFalse();
    });
  }

  @Test
  void aHundredDecoys_repeatNothingOfTheQuestionTheyStandFor() throws Exception {
    askAll();

    for (Dispatch decoy : decoys) {
      AskForm form = form(decoy);
      String text = new String(DispatchCodec.encode(decoy).toArray(), StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("\"" + form.caseReference() + "\"");
      for (Statement one : form.subject().statements()) {
        assertThat(text).doesNotContain("\"" + one.value() + "\"");
      }
    }
  }

  @Test
  void theFirstQuestionToAPartner_hasStockWordsAndNothingOfTheOfficers() throws Exception {
    Entity hidden = person(1);
    co.core().holdings().protect(co.rights(), hidden);
    ask(hidden, officer(Language.ES));
    deliver();

    Dispatch decoy = decoys.getFirst();
    assertThat(BASES).doesNotContain(basis(decoy).legalBasis());
    assertThat(REASONS).doesNotContain(question(decoy).reason());
  }

  @Test
  void aCaseThatHasANameAndNoNumber_isNotNamed() throws Exception {
    Entity hidden = person(1);
    co.core().holdings().protect(co.rights(), hidden);
    List<String> cases = List.of("OPERACION-BETA", "OPERACION-ALFA", "2026");
    for (String one : cases) {
      ask(person(2), officer(Language.ES), one);
    }
    deliver();
    for (String one : cases) {
      ask(hidden, officer(Language.ES), one);
    }
    deliver();

    assertThat(decoys).hasSize(cases.size());
    assertThat(decoys)
        .extracting(decoy -> basis(decoy).caseReference().value())
        .doesNotContainAnyElementsOf(cases);
  }

  private void askAll() throws Exception {
    List<Entity> open = people(FIRST + EACH);
    List<Entity> hidden = people(EACH);
    for (int i = 0; i < EACH; i++) {
      Entity listed =
          new Entity(new EntityId("sealed-" + i), Schema.PERSON, hidden.get(i).statements());
      co.core().holdings().protect(co.rights(), listed);
    }
    List<Entity> all = new ArrayList<>(open.subList(0, FIRST));
    for (int i = 0; i < EACH; i++) {
      all.add(open.get(FIRST + i));
      all.add(all.size() - random.nextInt(2), hidden.get(i));
    }
    for (int i = 0; i < all.size(); i++) {
      ask(all.get(i), officer(random.nextInt(4) == 0 ? Language.PT : Language.ES));
      if (i % 40 == FIRST) {
        deliver();
      }
    }
    deliver();
  }

  private void ask(Entity subject, Officer by) throws ExchangeException {
    ask(subject, by, caseReference());
  }

  private void ask(Entity subject, Officer by, String caseReference) throws ExchangeException {
    AskForm plain = Forms.about(subject, caseReference, Set.of(Ground.EVIDENCE), ve);
    AskForm form =
        new AskForm(
            plain.partners(),
            plain.caseReference(),
            pick(BASES),
            plain.offence(),
            plain.purpose(),
            plain.elements(),
            subject,
            plain.category(),
            plain.stage(),
            plain.grounds(),
            plain.wanted(),
            plain.urgency(),
            pick(REASONS));
    for (AskedQuestion one : co.core().asking().ask(by, form)) {
      asked.put(one.id(), form);
    }
  }

  /// To the partner, who reads each.
  private void deliver() throws Exception {
    for (var out = co.core().links().next(ve.id());
        out.isPresent();
        out = co.core().links().next(ve.id())) {
      read(out.get());
      co.core()
          .links()
          .delivered(out.get(), ve.core().links().receive(co.id(), out.get().envelope()));
    }
  }

  private void read(Links.Outgoing out) throws Exception {
    var opened =
        Sealer.open(SealedBatch.parse(out.envelope()), co.id(), ve.keys().sealingKeys().getFirst());
    for (var entry : opened.batch().extract().entries()) {
      Dispatch dispatch = DispatchCodec.decode(entry.content());
      boolean asItIs =
          question(dispatch).subject().statements().stream()
              .map(Statement::value)
              .toList()
              .containsAll(names(form(dispatch).subject()));
      (asItIs ? real : decoys).add(dispatch);
    }
  }

  private static Map<String, Set<String>> forms(List<Dispatch> all) {
    Map<String, Set<String>> forms = new TreeMap<>();
    for (Dispatch one : all) {
      Entity subject = question(one).subject();
      Map<String, String> fields =
          Map.of(
              "language", one.header().language().code(),
              "case", shape(basis(one).caseReference().value()),
              "legal basis", basis(one).legalBasis(),
              "reason", question(one).reason(),
              "id", shape(subject.id().value()),
              "source", subject.statements().getFirst().source(),
              "statement", form(subject.statements().getFirst()),
              "born",
                  "" + values(subject, Property.BIRTH_DATE).stream().map(String::length).toList(),
              "name",
                  values(subject, Property.NAME)
                      .getFirst()
                      .replaceAll("\\p{Lu}+", "A")
                      .replaceAll("\\p{Ll}+", "a"),
              "header", one.header().version() + " " + one.header().handling());
      fields.forEach(
          (field, value) -> forms.computeIfAbsent(field, _ -> new TreeSet<>()).add(value));
    }
    return forms;
  }

  private static String shape(String text) {
    return text.replaceAll("\\d", "9");
  }

  private static String form(Statement one) {
    return one.kind() + " " + one.grading() + " " + one.since();
  }

  private List<Entity> people(int count) {
    List<Entity> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(person(i));
    }
    return all;
  }

  private Entity person(int number) {
    String source = pick(SOURCES);
    List<Statement> statements = new ArrayList<>();
    String name = name();
    statements.add(
        stated(Property.NAME, number % 5 == 0 ? name.toUpperCase(Locale.ROOT) : name, source));
    if (number % 3 > 0) {
      statements.add(
          stated(
              Property.BIRTH_DATE,
              (1960 + random.nextInt(30)) + "-0" + (1 + random.nextInt(9)) + "-17",
              source));
    }
    String id = pick(IDS);
    return new Entity(
        new EntityId(id.endsWith("-") ? id + (100 + random.nextInt(900)) : id),
        Schema.PERSON,
        statements);
  }

  private static Statement stated(Property property, String value, String source) {
    return new Statement(
        property, value, StatementKind.FACT, Grading.UNASSESSED, source, Federation.START);
  }

  private String name() {
    List<String> words = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int letter = 0; letter < 8; letter++) {
        String from = letter % 2 == 0 ? "bcdfgklmnprstvz" : "aeiou";
        word.append(from.charAt(random.nextInt(from.length())));
      }
      words.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return String.join(" ", words);
  }

  private String caseReference() {
    return random.nextBoolean()
        ? "CASO-2026-%04d".formatted(random.nextInt(10_000))
        : "2026-CO-%05d".formatted(random.nextInt(100_000));
  }

  private Officer officer(Language language) {
    Officer plain = co.officer("analista." + language.code(), Role.ANALYST);
    return new Officer(plain.id(), plain.agency(), plain.unit(), plain.roles(), language);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private AskForm form(Dispatch dispatch) {
    return Objects.requireNonNull(asked.get(dispatch.header().id()));
  }

  private static List<String> names(Entity subject) {
    return values(subject, Property.NAME);
  }

  private static List<String> values(Entity subject, Property property) {
    return subject.statements().stream()
        .filter(one -> one.property().equals(property))
        .map(Statement::value)
        .toList();
  }

  private static HitBody.Question question(Dispatch dispatch) {
    return (HitBody.Question) dispatch.body();
  }

  private static Basis.UnderInstrument basis(Dispatch dispatch) {
    return (Basis.UnderInstrument) dispatch.header().basis();
  }
}
