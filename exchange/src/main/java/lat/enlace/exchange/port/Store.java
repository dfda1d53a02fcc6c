// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lat.enlace.bytes.Bytes;

/// The node's database: ordered maps in named spaces, changed in transactions.
///
/// Values are opaque to the store, which encrypts them at rest. Keys are not personal data. See
/// docs/adr/0004 for why this and not tables.
public interface Store {
  /// Runs {@code work} as one transaction: all its changes are on disk when this returns, or none
  /// is made if it throws.
  <T> T write(Function<Transaction, T> work);

  /// Runs {@code work} on a consistent snapshot.
  <T> T read(Function<View, T> work);

  /// A consistent view.
  interface View {
    /// The value at {@code key}.
    Optional<Bytes> get(Space space, String key);

    /// All rows whose key begins with {@code prefix}, in ascending order of the keys' UTF-8 bytes,
    /// at most {@code limit}, beginning after {@code after} (empty: from the first).
    List<Row> scan(Space space, String prefix, String after, int limit);
  }

  /// A view that can be changed.
  interface Transaction extends View {
    /// Sets the value at {@code key}.
    void put(Space space, String key, Bytes value);

    /// Removes {@code key}; nothing happens if it is not there.
    void delete(Space space, String key);
  }

  /// One row.
  record Row(String key, Bytes value) {}

  /// The named spaces. The code is the name in the database.
  enum Space {
    /// Openings (entry type, salt, exact bytes) by opening id; pending until they have an index.
    OPENING("opening"),
    /// Openings not known to be in the ledger yet.
    PENDING("pending"),
    /// Opening id by ledger index.
    INDEX("index"),
    /// Questions this node asked, by dispatch id.
    ASKED("asked"),
    /// Questions and follow-ups this node holds the answer to, by dispatch id.
    HELD("held"),
    /// Whereabouts inquiries, sent and received.
    INQUIRY("inquiry"),
    /// Warnings of threats to a life, sent and received.
    WARNING("warning"),
    /// Requests sent and received, information given unasked, and what is perhaps the same.
    REQUEST("request"),
    /// Alerts, issued here and held of partners, and when each ends.
    ALERT("alert"),
    /// Items received from partners, by item id.
    ITEM("item"),
    /// Files that items name: where they lie and under which key.
    ATTACHMENT("attachment"),
    /// Items given to partners, by item id.
    GIVEN("given"),
    /// Recalls sent and received.
    RECALL("recall"),
    /// Consents asked of originators and by holders, and when each ends.
    CONSENT("consent"),
    /// Readings of what this node sent, reported by partners.
    READING("reading"),
    /// Dispatches waiting for a peer, by peer and sequence.
    OUTBOX("outbox"),
    /// What was received, by sender's log and leaf index; kept for ever (invariant I6).
    INBOX("inbox"),
    /// Peers: node records, last checkpoint seen, evidence, link health.
    PEER("peer"),
    /// Instruments adopted, with their standing.
    INSTRUMENT("instrument"),
    /// Case subjects of this state.
    HOLDING("holding"),
    /// Imported lists: attributed claims, never matched for partners.
    CLAIM("claim"),
    /// The sealed list of protected persons.
    PROTECTED("protected"),
    /// Quota counters.
    QUOTA("quota"),
    /// Decisions, by time, for the rights officer and the auditor.
    DECISION("decision"),
    /// Single values, days on which something is due, and which officer a pseudonym stands for.
    META("meta");

    private final String code;

    Space(String code) {
      this.code = code;
    }

    /// The name in the database.
    public String code() {
      return code;
    }

    /// True of what is about persons or cases: each of its rows is encrypted under a key of its
    /// own, which is destroyed with it (docs/spec/store.md, "A key for each row"). The others hold
    /// numbers, digests that name rows, names of this node's own officers, texts that both states
    /// signed, and public keys.
    public boolean erasable() {
      return switch (this) {
        case OPENING,
            PENDING,
            ASKED,
            HELD,
            INQUIRY,
            WARNING,
            REQUEST,
            ALERT,
            ITEM,
            ATTACHMENT,
            GIVEN,
            RECALL,
            CONSENT,
            READING,
            HOLDING,
            CLAIM,
            PROTECTED,
            DECISION ->
            true;
        case INDEX, OUTBOX, INBOX, PEER, INSTRUMENT, QUOTA, META -> false;
      };
    }
  }
}
