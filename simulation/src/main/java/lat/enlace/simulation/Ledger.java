// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.decide.DecisionRow;
import lat.enlace.exchange.hold.SealedRow;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.OpeningRow;
import lat.enlace.exchange.record.Stored;
import lat.enlace.instrument.decision.Side;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.Opening;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.SpontaneousBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.testkit.exchange.MemoryStore;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.batch.Receipt;

/// What one node has recorded, learned row by row from its disk: no row of it may ever change.
final class Ledger {
  /// Names and numbers of invented people.
  private static final List<String> PERSONAL =
      List.of("Ejemplo", "Inventado", "Ficticia", "Supuesto", "Muestra", "Ensayo", "100000");

  /// The only people whose names are matched.
  static final Set<SubjectCategory> INDEXED =
      Set.of(
          SubjectCategory.SUSPECT_COMMITTED,
          SubjectCategory.SUSPECT_ABOUT_TO,
          SubjectCategory.CONVICTED);

  private static final Pattern CATEGORY = Pattern.compile("\"category\":\"([A-Z_]+)\"");

  private static final int SHOWN = 8;

  private final TestNode node;
  private final Map<NodeId, Ledger> others;
  private final TreeMap<Long, OpeningRow> entries = new TreeMap<>();
  private final Map<String, Bytes> inbox = new HashMap<>();
  private final Set<String> leaves = new HashSet<>();
  private final Set<String> receipted = new HashSet<>();
  private final Map<DispatchId, List<Decided>> decisions = new HashMap<>();
  private final Map<EntryType, Long> counts = new EnumMap<>(EntryType.class);
  private final List<Dispatch> taken = new ArrayList<>();
  private final Set<MemoryStore.Touched> touched = new LinkedHashSet<>();
  private long size;

  private record Decided(long index, DecisionRow row) {}

  Ledger(TestNode node, Map<NodeId, Ledger> others) {
    this.node = node;
    this.others = others;
  }

  /// Reads what changed. I3, I6 and I2 row by row.
  void look() {
    long now = node.core().records().head().size();
    Check.that(Invariant.I6, now >= size, "the ledger shrank");
    size = now;
    for (MemoryStore.Touched row : node.store().touched()) {
      touched.add(row);
      Check.that(Invariant.I3, !isPersonalKey(row.key()), "a key holds personal data");
      switch (row.space()) {
        case INDEX -> indexed(row.key());
        case INBOX -> received(row.key());
        case HOLDING -> held(row.key());
        default -> {
          // Other rows are looked at by what people see of them.
        }
      }
    }
  }

  static boolean isPersonal(String text) {
    return PERSONAL.stream().anyMatch(text::contains);
  }

  /// Names stand in keys as matching reads them, without capitals, and people under the ids of a
  /// register.
  private static boolean isPersonalKey(String key) {
    String plain = key.toLowerCase(Locale.ROOT);
    return plain.contains("persona-")
        || PERSONAL.stream().anyMatch(one -> plain.contains(one.toLowerCase(Locale.ROOT)));
  }

  /// I10: whoever stands in the index is a suspect or a convict.
  private void held(String key) {
    Optional<Bytes> row = row(Store.Space.HOLDING, key);
    if (row.isPresent()) {
      Matcher found = CATEGORY.matcher(new String(row.get().toArray(), StandardCharsets.UTF_8));
      Check.that(
          Invariant.I10,
          !found.find() || INDEXED.contains(SubjectCategory.valueOf(found.group(1))),
          "somebody else than a suspect or a convict is indexed");
    }
  }

  private void indexed(String key) {
    if (!key.startsWith("at ")) {
      return;
    }
    long index = Keys.number(Keys.last(key));
    String id = Stored.read(row(Store.Space.INDEX, key).orElseThrow(), String.class);
    OpeningRow row = Stored.read(row(Store.Space.OPENING, id).orElseThrow(), OpeningRow.class);
    OpeningRow before = entries.putIfAbsent(index, row);
    if (before != null) {
      Check.that(Invariant.I6, row.equals(before), () -> "entry " + index + " changed");
      return;
    }
    counts.merge(row.type(), 1L, Long::sum);
    if (row.type() == EntryType.DECISION) {
      DecisionRow decision = Stored.read(row.content(), DecisionRow.class);
      row.about()
          .forEach(about ->
              decisions
                  .computeIfAbsent(about, _ -> new ArrayList<>())
                  .add(new Decided(index, decision)));
    } else if (row.type() == EntryType.RECEIPT) {
      requireFirst(row.content());
    }
  }

  /// I6: one leaf of one log has one receipt.
  private void requireFirst(Bytes content) {
    try {
      Receipt receipt = Receipt.parse(content);
      String leaf = receipt.sender() + " " + receipt.senderIndex();
      Check.that(Invariant.I6, receipted.add(leaf), () -> leaf + " was taken twice");
    } catch (WireException e) {
      // The entry that ends a question quietly has the length of a receipt and is none.
      Check.equal(Invariant.I6, content, Stored.of("quiet"), "a receipt");
    }
  }

  private void received(String key) {
    if (!key.startsWith("leaf ")) {
      return;
    }
    Bytes value = row(Store.Space.INBOX, key).orElseThrow();
    Bytes before = inbox.putIfAbsent(key, value);
    if (before != null) {
      Check.that(Invariant.I6, value.equals(before), () -> key + " was received twice");
      return;
    }
    NodeId from = new NodeId(Keys.part(key, 1));
    long index = Keys.number(Keys.last(key));
    leaves.add(from + " " + index);
    Rows.Proof proof = proof(Rows.proof(from.value(), index));
    if (proof != null) {
      Ledger sender = Objects.requireNonNull(others.get(from));
      sender.requireLeaf(index, new Opening(proof.salt(), proof.content()));
      if (sender.entries.containsKey(index)) {
        taken.add(Envelopes.dispatch(proof.content()));
      }
    }
  }

  private Rows.@org.jspecify.annotations.Nullable Proof proof(String key) {
    return row(Store.Space.OPENING, key)
        .map(bytes -> Stored.read(bytes, Rows.Proof.class))
        .filter(proof -> !proof.salt().isEmpty())
        .orElse(null);
  }

  /// I2: what was parsed stands in its sender's ledger as a dispatch. What a liar logged behind the
  /// back of its core is in its log alone.
  private void requireLeaf(long index, Opening opening) {
    look();
    OpeningRow row = entries.get(index);
    if (row != null) {
      Check.equal(Invariant.I2, row.type(), EntryType.DISPATCH, "what was parsed");
      Hash leaf = row.opening().commit(EntryType.DISPATCH).leafHash();
      Hash parsed = opening.commit(EntryType.DISPATCH).leafHash();
      Check.equal(Invariant.I2, parsed, leaf, "what was parsed");
    } else {
      Bytes logged = LogFiles.entry(node, index);
      Bytes parsed = opening.commit(EntryType.DISPATCH).entry();
      Check.equal(Invariant.I2, logged, parsed, "what the sender's log holds");
    }
  }

  /// I1: what leaves is recorded here, in exactly these bytes.
  void requireRecorded(ProvenEntry entry) {
    OpeningRow row =
        Optional.ofNullable(entries.get(entry.leafIndex()))
            .orElseThrow(() -> new Violation(Invariant.I1, "what leaves is not recorded"));
    Check.equal(Invariant.I1, row.type(), EntryType.DISPATCH, "what leaves");
    Check.that(
        Invariant.I1,
        row.content().equals(entry.content()) && row.salt().equals(entry.salt()),
        "what leaves is not what was recorded");
  }

  /// I1 and I4: a decision on it, or on what it answers, was recorded before it and for this
  /// partner; for what carries core data or asks for them, the last one of its kind and side is a
  /// permit.
  void requireDecided(long index, Dispatch dispatch) {
    List<DecisionRow> before =
        about(dispatch).stream()
            .flatMap(id -> decisions.getOrDefault(id, List.of()).stream())
            .distinct()
            .sorted(Comparator.comparingLong(Decided::index))
            .filter(one -> one.index() < index)
            .map(Decided::row)
            .filter(row -> row.partner().equals(dispatch.header().to()))
            .toList();
    Check.that(
        Invariant.I1, !before.isEmpty(), () -> "no decision before " + dispatch.header().kind());
    decidedAs(dispatch)
        .ifPresent(matter -> {
          DecisionRow last =
              before.stream()
                  .filter(row -> row.kind().equals(matter.kind().code()))
                  .filter(row -> row.side() == matter.side())
                  .reduce((_, later) -> later)
                  .orElseThrow(() -> new Violation(Invariant.I1, "no decision on " + matter));
          if (!concealed(last, dispatch)) {
            Check.equal(Invariant.I1, last.outcome(), "permit", "the decision on " + matter);
          }
        });
  }

  private record Decision(DispatchKind kind, Side side) {}

  private static Optional<Decision> decidedAs(Dispatch dispatch) {
    return switch (dispatch.body()) {
      case HitBody.Question _ -> Optional.of(new Decision(DispatchKind.QUESTION, Side.ASKING));
      case HitBody.FollowUp _ -> Optional.of(new Decision(DispatchKind.FOLLOW_UP, Side.ASKING));
      case HitBody.Answer(_, HitBody.Outcome.Hit _) ->
          Optional.of(new Decision(DispatchKind.QUESTION, Side.RECEIVING));
      case HitBody.Disclosure _ ->
          Optional.of(new Decision(DispatchKind.DISCLOSURE, Side.RECEIVING));
      case RequestBody.Request _ -> Optional.of(new Decision(DispatchKind.REQUEST, Side.ASKING));
      case RequestBody.Reply reply when !reply.given().isEmpty() ->
          Optional.of(new Decision(DispatchKind.REPLY, Side.RECEIVING));
      case AlertBody.Alert _ -> Optional.of(new Decision(DispatchKind.ALERT, Side.ASKING));
      case AlertBody.Hit _ -> Optional.of(new Decision(DispatchKind.ALERT_HIT, Side.RECEIVING));
      case SpontaneousBody.Information _ ->
          Optional.of(new Decision(DispatchKind.SPONTANEOUS, Side.ASKING));
      default -> Optional.empty();
    };
  }

  /// I13: what goes out in place of a question about someone on the own sealed list says nothing of
  /// that question.
  private static boolean concealed(DecisionRow decision, Dispatch dispatch) {
    boolean decoy =
        decision.outcome().equals("refuse")
            && decision.openOutcome().equals("permit")
            && (dispatch.body() instanceof HitBody.Question
                || dispatch.body() instanceof RequestBody.Request);
    if (decoy) {
      Check.that(
          Invariant.I13, !isPersonal(Forgery.text(dispatch)), "a decoy tells of whom it hides");
    }
    return decoy;
  }

  /// The dispatch, and the one that it answers.
  private static List<DispatchId> about(Dispatch dispatch) {
    DispatchId id = dispatch.header().id();
    return switch (dispatch.body()) {
      case HitBody.Answer answer -> List.of(id, answer.question());
      case HitBody.Disclosure disclosure -> List.of(id, disclosure.followUp());
      case HitBody.Refusal refusal -> List.of(id, refusal.followUp());
      case RequestBody.Reply reply -> List.of(id, reply.request());
      case RequestBody.Progress progress -> List.of(id, progress.request());
      case RequestBody.Clarification clarification -> List.of(id, clarification.request());
      case RequestBody.Withdrawal withdrawal -> List.of(id, withdrawal.request());
      case AlertBody.Stance stance -> List.of(id, stance.alert());
      case AlertBody.Hit hit -> List.of(id, hit.alert());
      case AlertBody.Change change -> List.of(id, change.alert());
      case AlertBody.Statement statement -> List.of(id, statement.change());
      case SpontaneousBody.Feedback feedback -> List.of(id, feedback.information());
      default -> List.of(id);
    };
  }

  /// The question that {@code from} asked under this id.
  Entity received(NodeId from, DispatchId question) {
    String key =
        Stored.read(
            row(Store.Space.INBOX, Rows.byDispatch(from, question)).orElseThrow(), String.class);
    Rows.Proof proof = Objects.requireNonNull(proof(key));
    return ((HitBody.Question) Envelopes.dispatch(proof.content()).body()).subject();
  }

  /// True if this very name is on the sealed list.
  boolean protects(Entity subject) {
    return node
        .store()
        .read(view -> view.scan(Store.Space.PROTECTED, "", "", Integer.MAX_VALUE))
        .stream()
        .map(row -> Stored.read(row.value(), SealedRow.class).person())
        .anyMatch(one -> one.values(Property.NAME).equals(subject.values(Property.NAME)));
  }

  long count(EntryType type) {
    return counts.getOrDefault(type, 0L);
  }

  /// What waits for a partner: headers without people.
  List<String> waiting(NodeId partner) {
    return node
        .store()
        .read(view -> view.scan(Store.Space.OUTBOX, partner + " ", "", SHOWN))
        .stream()
        .map(row -> Optional.ofNullable(entries.get(Keys.number(Keys.last(row.key())))))
        .flatMap(Optional::stream)
        .map(row -> Envelopes.dispatch(row.content()).header())
        .map(header -> header.kind() + " " + header.id() + " of " + header.created())
        .toList();
  }

  /// What was decided about a dispatch.
  List<String> outcomes(DispatchId id) {
    return decisions.getOrDefault(id, List.of()).stream().map(one -> one.row().outcome()).toList();
  }

  /// True if the leaf of that log was taken in.
  boolean received(NodeId from, long index) {
    look();
    return leaves.contains(from + " " + index);
  }

  /// Rows that changed since this was asked last.
  Set<MemoryStore.Touched> touchedLately() {
    Set<MemoryStore.Touched> all = new LinkedHashSet<>(touched);
    touched.clear();
    return all;
  }

  /// What was taken in from honest nodes since this was asked last.
  List<Dispatch> takenLately() {
    List<Dispatch> all = List.copyOf(taken);
    taken.clear();
    return all;
  }

  private Optional<Bytes> row(Store.Space space, String key) {
    return node.store().read(view -> view.get(space, key));
  }

  void requireSound() {
    try {
      var report = Fsck.check(node.log().copy(), node.keys().logSigner().keys().all());
      Check.that(Invariant.I6, report.findings().isEmpty(), () -> report.findings().toString());
    } catch (LogStorageException e) {
      throw new Violation(Invariant.SOUND, "memory does not fail", e);
    }
  }

  /// I3: not in the ledger's files.
  void requireNoPersonalData() {
    for (String path : node.log().list("")) {
      byte[] bytes = node.log().read(path).orElseThrow().toArray();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      Check.that(Invariant.I3, !isPersonal(text), () -> path + " holds personal data");
    }
  }
}
