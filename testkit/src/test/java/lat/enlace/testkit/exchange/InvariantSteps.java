// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;

/// Steps and looks that the tests of invariants share.
final class InvariantSteps {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{24,}");

  private InvariantSteps() {}

  /// Every gap in the long run, every fifth otherwise.
  static int stride() {
    return Boolean.getBoolean("enlace.full") ? 1 : 5;
  }

  static CaseSubject subject(Entity entity, SubjectCategory category) {
    return new CaseSubject(
        entity,
        new CaseReference("EXP-1"),
        Forms.suspect(entity).offence(),
        category,
        ProceduralStage.CHARGED);
  }

  static boolean indexed(TestNode node, CaseSubject subject) throws ExchangeException {
    try {
      node.core().holdings().put(node.analyst(), subject);
      return true;
    } catch (ExchangeException e) {
      assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_INDEXABLE);
      return false;
    }
  }

  static List<String> run(long seed) throws Exception {
    Story story = Story.begin(seed);
    story.read(story.disclose());
    story.federation().settle();
    List<String> all = new ArrayList<>();
    for (TestNode node : story.federation().nodes()) {
      all.addAll(node.store().dump());
      for (String path : node.log().list("")) {
        all.add(path + " " + node.log().read(path).orElseThrow().hex());
      }
    }
    return all;
  }

  /// What Colombia can see of a question about someone Venezuela holds and protects, or does not
  /// know at all.
  static List<String> traces(boolean hidden) throws Exception {
    Entity other = People.person("ve-1", "Marta Inventado Nadie", "1977-01-01", 4711);
    Entity subject = hidden ? Story.HELD : other;
    return traces(subject, subject);
  }

  static List<String> traces(Entity held, Entity sealed) throws Exception {
    return traces(held, sealed, ConcealedFact.PROTECTED_PERSON);
  }

  static List<String> traces(Entity held, Entity sealed, ConcealedFact why) throws Exception {
    Story story = new Story(Federation.ofThree(20));
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ve.core().holdings().put(ve.analyst(), Forms.suspect(held));
    ve.core().holdings().seal(ve.rights(), why, List.of(sealed));
    AskedQuestion asked = story.ask();
    List<String> seen = new ArrayList<>();
    Links.Outgoing out = next(co, ve);
    Bytes ack = ve.core().links().receive(co.id(), out.envelope());
    co.core().links().delivered(out, ack);
    Links.Outgoing answer = next(ve, co);
    seen.add("ack " + ack.size());
    seen.add("answer " + answer.envelope().size() + " " + answer.count());
    Bytes back = co.core().links().receive(ve.id(), answer.envelope());
    ve.core().links().delivered(answer, back);
    seen.add("state " + story.now(asked).state() + story.now(asked).answer());
    seen.add("ledger " + ve.core().records().head().size());
    seen.add("types " + types(ve, asked));
    seen.add("auditor " + views(ve.core().records().decisions(ve.auditor(), 100)));
    if (sealed.equals(Story.HELD)) {
      assertThat(ve.core().records().decisions(ve.rights(), 100))
          .anyMatch(one -> one.reasons().contains(gate(why).code()));
    }
    return seen;
  }

  private static Gate gate(ConcealedFact why) {
    return switch (why) {
      case PROTECTED_PERSON -> Gate.PROTECTED_PERSON;
      case REFUGEE -> Gate.REFUGEE;
    };
  }

  static List<String> views(List<Records.DecisionView> decisions) {
    return decisions.stream().map(one -> one.outcome() + one.reasons()).toList();
  }

  static List<Records.DecisionView> decisions(TestNode node) throws ExchangeException {
    return node.core().records().decisions(node.rights(), 100);
  }

  /// Opens a held question, signs its exact text and lets it through.
  static void admit(TestNode node, Officer by, DispatchId question) throws ExchangeException {
    Bytes text = node.core().holding().open(by, question).text();
    node.core().holding().admit(by, question, TestNode.sign(by, text));
  }

  /// Colombia and Venezuela agree to another text of their instrument.
  static void agree(Story story, String before, String after) throws Exception {
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    SignedInstrument signed =
        Federation.signed(
            "co-ve",
            co,
            ve,
            text -> {
              assertThat(text).contains(before);
              return text.replace("version: 1\n", "version: 2\n").replace(before, after);
            });
    for (TestNode node : List.of(co, ve)) {
      node.core().standings().adopt(node.operator(), signed);
    }
  }

  /// A family asks through one state where the other holds somebody.
  static Whereabouts.Inquiry inquire(TestNode from, TestNode to) throws ExchangeException {
    return from.core()
        .whereabouts()
        .inquire(
            from.duty(),
            to.id(),
            "HUM-1",
            "Convención inventada",
            People.any(3),
            WhereaboutsBody.Inquiry.AskedBy.FAMILY);
  }

  static Links.Outgoing next(TestNode from, TestNode to) throws ExchangeException {
    return from.core().links().next(to.id()).orElseThrow();
  }

  static List<String> types(TestNode node, AskedQuestion asked) {
    return node.core().records().entries(node.rights(), 1000).reversed().stream()
        .filter(entry -> entry.about().contains(asked.id()))
        .map(Records.EntryView::type)
        .toList();
  }

  /// What the newest entry of a type is about.
  static DispatchId newest(TestNode node, EntryType type) {
    return node.core().records().entries(node.rights(), 1000).stream()
        .filter(entry -> entry.type().equals(type.code()))
        .findFirst()
        .orElseThrow()
        .about()
        .getFirst();
  }

  /// Sends on until the other side sees the fork, if three batches are enough.
  static String forked(Federation federation, TestNode from, TestNode to) throws ExchangeException {
    String outcome = "";
    for (int i = 0; i < 3 && !outcome.equals("FORK"); i++) {
      Links.Outgoing out = next(from, to);
      Bytes ack = to.core().links().receive(from.id(), out.envelope());
      outcome = Liar.outcome(ack);
      from.core().links().delivered(out, ack);
      federation.world().pass(Duration.ofMinutes(1));
    }
    return outcome;
  }

  static long count(TestNode node, EntryType type) {
    return node.core().records().entries(node.rights(), 1000).stream()
        .filter(entry -> entry.type().equals(type.code()))
        .count();
  }

  /// Everything in a node's database as text, with all that is kept in base64 inside it, for
  /// looking what is not there.
  static String plain(TestNode node) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String row : node.store().dump()) {
      unfold(shown(Bytes.fromHex(row.substring(row.lastIndexOf(' ') + 1))), all);
    }
    return all.toString();
  }

  private static void unfold(String text, StringBuilder all) {
    all.append(text).append('\n');
    Matcher encoded = BASE64.matcher(text);
    while (encoded.find()) {
      String run = encoded.group().replace('-', '+').replace('_', '/');
      byte[] inner = Base64.getDecoder().decode(run.substring(0, run.length() / 4 * 4));
      unfold(new String(inner, StandardCharsets.ISO_8859_1), all);
    }
  }

  static String shown(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
