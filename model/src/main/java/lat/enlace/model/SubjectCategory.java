// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Why a person is in a case (Directive (EU) 2016/680, article 6). A category belongs to a person
/// in a case, never to a person.
public enum SubjectCategory implements Coded {
  /// Serious grounds to believe the person has committed a criminal offence.
  SUSPECT_COMMITTED("suspect-committed"),
  /// Serious grounds to believe the person is about to commit one.
  SUSPECT_ABOUT_TO("suspect-about-to"),
  /// Convicted of a criminal offence.
  CONVICTED("convicted"),
  /// Victim of a criminal offence.
  VICTIM("victim"),
  /// Facts give reason to believe the person could be a victim.
  POSSIBLE_VICTIM("possible-victim"),
  /// May be called on to testify.
  WITNESS("witness"),
  /// Can provide information on an offence.
  INFORMANT("informant"),
  /// In contact with a suspect or convict.
  CONTACT("contact"),
  /// Associate of a suspect or convict.
  ASSOCIATE("associate"),
  /// Missing, or looked for by family: only on the humanitarian floor.
  MISSING("missing"),
  /// The subject is an object, not a person.
  NOT_A_PERSON("not-a-person");

  private final String code;

  SubjectCategory(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// True for suspects, convicts and objects: all that a question may be about and the holdings
  /// index may hold (invariant I10).
  public boolean withinReach() {
    return switch (this) {
      case SUSPECT_COMMITTED, SUSPECT_ABOUT_TO, CONVICTED, NOT_A_PERSON -> true;
      case VICTIM, POSSIBLE_VICTIM, WITNESS, INFORMANT, CONTACT, ASSOCIATE, MISSING -> false;
    };
  }
}
