// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.NodeId;
import lat.enlace.model.RecallAction;

/// Which uses of an item its originator consented to (docs/spec/consents.md). {@link #mayUse} is
/// the one question that whatever hands on or gives to a court asks.
public final class Consented {
  private static final String ROW = "row";
  private static final String DUE = "due";
  private static final int MOST = 256;

  private Consented() {}

  /// True if the item is held and may be used so at {@code on}: its handling asks for no consent to
  /// such a use, or a consent to exactly this one stands. Whoever asks knows nothing of why not.
  ///
  /// @param to the state or agency, or the proceeding
  public static boolean mayUse(Work work, ItemId item, ItemUse use, String to, Instant on) {
    Optional<ItemRow> held =
        work.all(Store.Space.ITEM, Keys.of(item, ""), ItemRow.class).stream()
            .findFirst()
            .map(row -> row.on(Retention.today(work)))
            .filter(row -> !row.entity().isEmpty());
    return held.filter(row ->
            use.names(to)
                && (!asksConsent(row.handling(), use)
                    || all(work).stream().anyMatch(one -> stands(one, row, use, to, on))))
        .isPresent();
  }

  private static boolean stands(ConsentRow row, ItemRow item, ItemUse use, String to, Instant on) {
    Consent consent = row.consent();
    return consent.sent()
        && consent.item().equals(item.item())
        && consent.partner().equals(item.originator())
        && row.covers(use, to)
        && !on.isBefore(consent.asked())
        && row.at(on).consent().state() == Consent.State.GRANTED;
  }

  /// True if the codes leave such a use to the originator: H1 the courts, H2 everybody else, H3
  /// both, for what is written there no machine reads.
  public static boolean asksConsent(Handling handling, ItemUse use) {
    HandlingCode own =
        switch (use) {
          case ONWARD -> HandlingCode.H2;
          case COURT -> HandlingCode.H1;
        };
    return handling.codes().contains(own) || handling.codes().contains(HandlingCode.H3);
  }

  /// One consent.
  public static Optional<ConsentRow> find(Work work, DispatchId id) {
    return work.get(Store.Space.CONSENT, Keys.of(ROW, id), ConsentRow.class)
        .map(row -> row.at(work.now()));
  }

  /// All consents, asked for here and of this node.
  public static List<ConsentRow> all(Work work) {
    return work.all(Store.Space.CONSENT, ROW + " ", ConsentRow.class).stream()
        .map(row -> row.at(work.now()))
        .toList();
  }

  /// Keeps one, and when it ends.
  public static void put(Work work, ConsentRow row) {
    Consent consent = row.consent();
    work.put(Store.Space.CONSENT, Keys.of(ROW, consent.id()), row);
    if (consent.state().isOpen() || consent.state() == Consent.State.GRANTED) {
      Instant due = consent.state().isOpen() ? consent.answerBy() : consent.until();
      String key = Keys.of(DUE, due.toEpochMilli(), consent.id());
      work.put(Store.Space.CONSENT, key, Bytes.EMPTY);
    }
  }

  /// Ends what the clock ended; silence is entered, so that it is on the record.
  public static void tick(Work work) {
    for (Store.Row row : work.scan(Store.Space.CONSENT, DUE + " ", "", MOST)) {
      Instant due = Instant.ofEpochMilli(Keys.number(Keys.part(row.key(), 1)));
      if (due.isAfter(work.now())) {
        return;
      }
      work.delete(Store.Space.CONSENT, row.key());
      String key = Keys.of(ROW, DispatchId.parse(Keys.last(row.key())));
      work.get(Store.Space.CONSENT, key, ConsentRow.class).ifPresent(kept -> ended(work, kept));
    }
  }

  private static void ended(Work work, ConsentRow kept) {
    ConsentRow now = kept.at(work.now());
    Consent consent = now.consent();
    if (consent.state() == Consent.State.LAPSED && kept.consent().state().isOpen()) {
      work.enter(
          Draft.kept(
              EntryType.OVERDUE,
              Stored.of(new RanOut("CONSENT", consent.answerBy())),
              List.of(consent.id()),
              List.of(consent.partner())));
    }
    put(work, now);
  }

  /// A recall other than a correction ends what was consented to of the item, and what is asked.
  static void recalled(Work work, NodeId partner, ItemId item, RecallAction action) {
    if (action != RecallAction.CORRECT) {
      end(work, consent -> consent.item().equals(item) && consent.partner().equals(partner));
    }
  }

  /// A database put back from an older copy does not know what was taken back since: no consent of
  /// a partner stands there any more.
  static void restored(Work work) {
    end(work, Consent::sent);
  }

  private static void end(Work work, Predicate<Consent> which) {
    for (ConsentRow row : all(work)) {
      Consent.State state = row.consent().state();
      if (which.test(row.consent()) && (state.isOpen() || state == Consent.State.GRANTED)) {
        put(work, row.in(Consent.State.ENDED));
      }
    }
  }

  private record RanOut(String what, Instant due) {}
}
