// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.Set;

/// Every lie that the lying peer knows, and what an honest node answers to it.
///
/// The first code is the one a calm link gives. The others are what the same lie may meet where the
/// link was suspended, or the clocks went wrong, before it was told.
public enum Lie {
  /// A batch that was taken before.
  REPLAYED(Level.BATCH, "accepted", "CLOCK", "STALE_PROOF"),
  /// One bit of the ciphertext changed.
  ALTERED_CIPHERTEXT(Level.BATCH, "UNSEAL_FAILED"),
  /// Half a batch.
  TRUNCATED(Level.BATCH, "MALFORMED"),
  /// More bytes than any batch has.
  OVERSIZED(Level.BATCH, "TOO_LARGE"),
  /// An envelope of another protocol.
  OTHER_PROTOCOL(Level.BATCH, "UNKNOWN_PROTOCOL"),
  /// A batch that another node sealed, as if it were the liar's.
  ANOTHERS_BATCH(Level.BATCH, "UNSEAL_FAILED", "OLD_RECORD"),
  /// A batch sealed for another node.
  ANOTHERS_MAIL(Level.BATCH, "ENVELOPE_MISMATCH"),
  /// A path that does not lead to the head.
  BAD_INCLUSION(Level.BATCH, "UNPROVEN_ENTRY"),
  /// Content that the log does not hold.
  UNLOGGED(Level.BATCH, "UNPROVEN_ENTRY"),
  /// A logged entry that is no dispatch.
  NO_DISPATCH(Level.BATCH, "UNPROVEN_ENTRY"),
  /// An index beyond the head.
  BEYOND_HEAD(Level.BATCH, "UNPROVEN_ENTRY"),
  /// No ML-DSA-44 line on the checkpoint.
  NO_POST_QUANTUM_LINE(Level.BATCH, "CHECKPOINT"),
  /// No Ed25519 line on the checkpoint.
  NO_CLASSICAL_LINE(Level.BATCH, "CHECKPOINT"),
  /// A signature by someone else.
  ANOTHERS_SIGNATURE(Level.BATCH, "CHECKPOINT"),
  /// The checkpoint of another node's log.
  WRONG_ORIGIN(Level.BATCH, "WRONG_ORIGIN"),
  /// A head that was overtaken and never shown.
  STALE_HEAD(Level.BATCH, "STALE_PROOF"),
  /// A consistency proof with a wrong hash.
  BAD_CONSISTENCY(Level.BATCH, "INCONSISTENT", "STALE_PROOF"),
  /// A consistency proof from a head the reader did not see last.
  PROOF_FROM_ELSEWHERE(Level.BATCH, "STALE_PROOF"),
  /// Another history, longer than what was seen.
  FORK(Level.BATCH, "FORK", "INCONSISTENT"),
  /// Another history of the size that was seen.
  FORK_OF_SAME_SIZE(Level.BATCH, "FORK"),
  /// The log as it was long ago.
  ROLLED_BACK(Level.BATCH, "STALE_PROOF", "CLOCK"),
  /// A node record that does not sign.
  OTHER_RECORD(Level.BATCH, "NODE_RECORD"),
  /// A kind that is not in the closed set.
  UNKNOWN_KIND(Level.DISPATCH, "UNKNOWN_KIND"),
  /// A version nobody reads.
  UNKNOWN_VERSION(Level.DISPATCH, "UNKNOWN_VERSION"),
  /// A field that the kind does not have.
  UNKNOWN_FIELD(Level.DISPATCH, "UNKNOWN_FIELD"),
  /// Bytes that are no dispatch at all.
  NOT_JSON(Level.DISPATCH, "NOT_JSON"),
  /// Someone else's dispatch.
  ANOTHERS_DISPATCH(Level.DISPATCH, "ENVELOPE_MISMATCH"),
  /// A dispatch to someone else.
  WRONG_RECIPIENT(Level.DISPATCH, "ENVELOPE_MISMATCH"),
  /// A dispatch under an instrument that the envelope does not name.
  INSTRUMENT_NOT_NAMED(Level.DISPATCH, "ENVELOPE_MISMATCH"),
  /// Created an hour from now.
  FROM_THE_FUTURE(Level.DISPATCH, "CLOCK"),
  /// Created months ago.
  ANCIENT(Level.DISPATCH, "CLOCK"),
  /// Core data that nobody asked for.
  UNASKED_DISCLOSURE(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// An answer to what was asked of another node.
  ANSWER_FOR_ANOTHER(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// A refusal of what was followed up with another node, or never.
  REFUSAL_OF_NOTHING(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// A follow-up of an answer that was never given.
  FOLLOW_UP_OF_NOTHING(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// The reading of an item that was never given.
  READING_OF_NOTHING(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// A reply to an inquiry that was never made.
  REPLY_TO_NOTHING(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// The outcome of a recall that was never sent.
  OUTCOME_OF_NOTHING(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// Word about an agreement of others.
  FOREIGN_STANDING(Level.DISPATCH, "UNKNOWN_REFERENCE"),
  /// The node record of another node.
  FOREIGN_RECORD(Level.DISPATCH, "NODE_RECORD"),
  /// A dispatch under the id of one that the victim sent.
  VICTIMS_ID(Level.DISPATCH, "ID_REUSED"),
  /// The recall of an item that another node gave.
  RECALL_OF_ANOTHERS(Level.DISPATCH, "accepted"),
  /// A question under an agreement of others.
  FOREIGN_INSTRUMENT(Level.DISPATCH, "accepted"),
  /// A question by a soldier.
  SOLDIERS_QUESTION(Level.DISPATCH, "accepted"),
  /// A question about a child.
  ABOUT_A_CHILD(Level.DISPATCH, "accepted"),
  /// A question on the ground of migration.
  ON_MIGRATION(Level.DISPATCH, "accepted"),
  /// No receipt, but something else.
  GARBAGE_RECEIPT(Level.ACK, "WRONG_RECEIPT"),
  /// A receipt for another batch.
  RECEIPT_OF_ANOTHER_BATCH(Level.ACK, "WRONG_RECEIPT"),
  /// A receipt for something else, well proved.
  RECEIPT_FOR_ANOTHER_LEAF(Level.ACK, "WRONG_RECEIPT"),
  /// A receipt for another index, well proved.
  RECEIPT_FOR_ANOTHER_INDEX(Level.ACK, "WRONG_RECEIPT"),
  /// A receipt for another sender, well proved.
  RECEIPT_FOR_ANOTHER_SENDER(Level.ACK, "WRONG_RECEIPT"),
  /// A receipt that its log does not hold.
  UNLOGGED_RECEIPT(Level.ACK, "WRONG_RECEIPT"),
  /// No receipts at all.
  NO_RECEIPTS(Level.ACK, "WRONG_RECEIPT"),
  /// The receipt under a head that lacks a signature.
  UNSIGNED_RECEIPT(Level.ACK, "WRONG_RECEIPT"),
  /// A receipt in another history.
  FORKED_RECEIPT(Level.ACK, "WRONG_RECEIPT"),
  /// Nothing, for ever.
  SILENCE(Level.ACK, "silence");

  /// What it lies about.
  public enum Level {
    /// A batch as a whole.
    BATCH,
    /// One dispatch in a sound batch.
    DISPATCH,
    /// The answer to a batch.
    ACK
  }

  private final Level level;
  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> also;

  Lie(Level level, String code, String... also) {
    this.level = level;
    this.code = code;
    this.also = Set.of(also);
  }

  /// What it lies about.
  public Level level() {
    return level;
  }

  /// What it meets on a calm link.
  public String code() {
    return code;
  }

  /// True if it is well formed, and asks for what no law allows.
  boolean isUnlawful() {
    return switch (this) {
      case FOREIGN_INSTRUMENT, SOLDIERS_QUESTION, ABOUT_A_CHILD, ON_MIGRATION -> true;
      default -> false;
    };
  }

  /// The invariant that is broken if it meets something else.
  Invariant invariant() {
    return switch (level) {
      case BATCH -> Invariant.I2;
      case DISPATCH -> Invariant.I11;
      case ACK -> Invariant.I6;
    };
  }

  /// True if it may meet {@code outcome} where much else went wrong before.
  public boolean mayMeet(String outcome) {
    return outcome.equals(code)
        || this == REPLAYED
        || also.contains(outcome)
        || (level == Level.DISPATCH && outcome.equals("NOT_PERMITTED"));
  }
}
