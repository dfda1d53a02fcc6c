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
  /// An approval or confirmation by a person with a personal key.
  APPROVAL("approval"),
  /// A reading of foreign data.
  READING("reading"),
  /// An override of a gate by two people.
  OVERRIDE("override"),
  /// An instrument text as signed.
  INSTRUMENT("instrument"),
  /// A mandate: who speaks for a state.
  MANDATE("mandate"),
  /// A node record: the operational keys of a node.
  NODE_RECORD("node-record"),
  /// A change in the standing of a link: raised, lowered, suspended, resumed.
  STANDING("standing"),
  /// Evidence of misbehaviour: two heads that contradict each other, a tampered batch.
  EVIDENCE("evidence"),
  /// A recall, correction or erasure carried out.
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
