// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// The closed set of what a node commits to (`docs/spec/ledger.md`, "Entry types"). The type is
/// part of what is hashed and never stands in clear in the log. A constant's code is never changed
/// and never used again; new ones are added at the end.
public enum EntryType {
  /// A dispatch sent to a partner: the only type that a partner accepts a dispatch under.
  DISPATCH("dispatch"),
  /// A dispatch received, with when and under what decision.
  RECEIPT("receipt"),
  /// A decision by the instruments in force: permit, escalate or refuse.
  DECISION("decision"),
  /// What an authority approved, signed with a personal key.
  APPROVAL("approval"),
  /// What an officer judged without a key: declined, turned away, not the subject.
  JUDGEMENT("judgement"),
  /// That a person looked: at what a partner sent, at this node's own holding, at who stands behind
  /// a pseudonym.
  READING("reading"),
  /// A change of what this node holds of its own: case subjects, lists, sealed persons.
  HOLDING("holding"),
  /// An instrument text as signed.
  INSTRUMENT("instrument"),
  /// That somebody's mandate to speak for a state is contested here, or recognised again.
  MANDATE("mandate"),
  /// A node record: the operational keys of a node.
  NODE_RECORD("node-record"),
  /// A change in the standing of a link: raised, lowered, suspended, resumed.
  STANDING("standing"),
  /// Evidence of misbehaviour: two heads that contradict each other.
  EVIDENCE("evidence"),
  /// A clock that ran out while its thing was owed.
  OVERDUE("overdue"),
  /// A recall, correction or erasure of foreign data carried out.
  ERASURE("erasure"),
  /// The first entry of a log that follows one that can no longer be continued.
  SUCCESSOR("successor"),
  /// A deed on an account of this node.
  ACCOUNT("account"),
  /// Nothing: hides how many entries mean something.
  PADDING("padding");

  private final String code;

  EntryType(String code) {
    this.code = code;
  }

  /// The ASCII text that is hashed.
  public String code() {
    return code;
  }
}
