// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.Coded;
import lat.enlace.model.NodeId;

/// The link to each partner. The node moves the bytes; the core decides what they are.
///
/// Delivery is a loop of the node, per partner: take {@link #next}, post it, hand the answer to
/// {@link #delivered} or say {@link #failed}, which sets the back-off.
public interface Links {
  /// The next sealed batch for {@code partner}, or nothing if nothing waits or the back-off runs.
  /// The same batch comes again until it is acknowledged.
  Optional<Outgoing> next(NodeId partner) throws ExchangeException;

  /// The partner's answer to a batch: verified, then applied.
  ///
  /// @throws ExchangeException if the acknowledgement is not this partner's for this batch; nothing
  ///   is marked delivered, its code is the link's trouble, and the back-off is set
  void delivered(Outgoing outgoing, Bytes ack) throws ExchangeException;

  /// The batch could not be handed over; the link backs off.
  void failed(Outgoing outgoing, Trouble trouble) throws ExchangeException;

  /// Opens, verifies, records and decides a batch; the returned acknowledgement, or coded refusal,
  /// is durable before this returns.
  ///
  /// @param authenticated the node whose certificate the TLS session proved
  /// @throws ExchangeException only with code UNAVAILABLE: nothing was taken, send it again
  default Bytes receive(NodeId authenticated, Bytes envelope) throws ExchangeException {
    return acknowledge(take(authenticated, envelope));
  }

  /// The first half of {@link #receive}, which can become durable together with the work of others
  /// ({@link Exchange#together}).
  Taken take(NodeId authenticated, Bytes envelope) throws ExchangeException;

  /// The second half: the proof that what was taken stands in the ledger. Makes it durable first if
  /// it is not.
  Bytes acknowledge(Taken taken) throws ExchangeException;

  /// The node whose record in force names this TLS key (SHA-256 of the SubjectPublicKeyInfo).
  Optional<NodeId> ownerOfTlsKey(Hash subjectPublicKeyInfo);

  /// Where to post batches for {@code partner}, from its node record in force.
  Optional<String> endpoint(NodeId partner);

  /// The TLS keys that {@code partner}'s node record in force names, for an operator who looks why
  /// a link is down.
  List<Hash> tlsKeys(NodeId partner);

  /// The newest head of {@code partner}'s log that this node verified, as the signed checkpoint. A
  /// partner that restored a backup asks for it.
  Optional<Bytes> headSeen(NodeId partner);

  /// The node record of this node in force, as a signed note, for partners who ask; nothing before
  /// there is one.
  Optional<Bytes> ownRecord();

  /// True if {@code partner} should be asked for its node record: its sealing key has ended or will
  /// soon, or it or this node refused a batch for its record.
  boolean wantsRecord(NodeId partner);

  /// Adopts the record that {@code partner} gave, if it is newer and its root keys signed it.
  ///
  /// @throws ExchangeException with code NOT_TRUSTED if it is no record of that partner
  void learnRecord(NodeId partner, Bytes note) throws ExchangeException;

  /// Until when batches can be sealed to this node, by the records its root keys have signed so
  /// far; nothing before there is one.
  Optional<Instant> sealedUntil();

  /// True, at most once a minute, while {@code partner} says without proof that it verified more of
  /// this node's log than there is: ask for the head it saw and hand it to {@link #headShown}.
  boolean mustAskForHead(NodeId partner);

  /// What {@code partner} showed as the newest head of this node's log that it saw.
  ///
  /// @throws ExchangeException with code NOT_TRUSTED if this node never signed it; UNAVAILABLE if
  ///   it did and the ledger here does not hold what it covers: this node was rolled back and from
  ///   now on only reads
  void headShown(NodeId partner, Bytes head) throws ExchangeException;

  /// All partners of instruments this state signed, with the state of the link.
  List<LinkHealth> health();

  /// Lets time pass: clocks, expiry, padding. Called about once a second.
  void tick() throws ExchangeException;

  /// A batch that was opened and committed, and what its acknowledgement needs.
  sealed interface Taken {
    /// Accepted: the receipts are entries of this ledger.
    ///
    /// @param log origin of the sender's log
    /// @param batch SHA-256 of the sealed batch
    /// @param indexes of its dispatches in that log
    /// @param seen the size of this ledger that the sender has verified
    record In(NodeId from, String log, Hash batch, List<Long> indexes, long seen) implements Taken {
      /// Copies the list.
      public In {
        indexes = List.copyOf(indexes);
      }
    }

    /// Refused; the answer is complete.
    record Not(Bytes refusal) implements Taken {}
  }

  /// A batch on its way.
  record Outgoing(NodeId partner, Bytes envelope, long firstIndex, int count) {}

  /// Why a batch was not handed over.
  enum Trouble implements Coded {
    /// No connection.
    UNREACHABLE("unreachable"),
    /// Connected, no answer in time.
    NO_ANSWER("no-answer"),
    /// The other side's certificate is not one of its node record.
    WRONG_CERTIFICATE("wrong-certificate"),
    /// The other side answered something that is no acknowledgement.
    NOT_AN_ACK("not-an-ack");

    private final String code;

    Trouble(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// How a link does.
  ///
  /// @param waiting dispatches not acknowledged yet
  /// @param lastHeard when the partner last acknowledged or sent, or the epoch
  /// @param trouble the latest trouble not overcome: none or one
  /// @param seenSize size of the partner's log as last verified
  /// @param evidence true if two heads of the partner's log that cannot both be true are kept
  record LinkHealth(
      NodeId partner,
      int waiting,
      Instant lastHeard,
      List<String> trouble,
      long seenSize,
      boolean evidence) {
    /// Copies the list.
    public LinkHealth {
      trouble = List.copyOf(trouble);
    }
  }
}
