// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.instrument.Standing;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.OffenceNature;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SubjectCategory;

/// The conditions that no instrument can loosen (docs/spec/gates.md gives the law behind each). A
/// closed gate refuses, at both nodes.
public enum Gate implements Coded {
  /// The sort of agency may never take part in this kind.
  AGENCY_CEILING("C4-agency", Audience.ASKER),
  /// The instrument is suspended, ended or not yet in force between the two states.
  STANDING("C1-standing", Audience.ASKER),
  /// A mandate is contested or frozen: nothing new.
  MANDATE("C2-mandate", Audience.ASKER),
  /// The confidence level does not reach the kind.
  LEVEL("C3-level", Audience.ASKER),
  /// The purpose is not one the channel serves, or not one of this kind.
  PURPOSE("G13-purpose", Audience.ASKER),
  /// No named case.
  CASE("G13-case", Audience.ASKER),
  /// No legal basis.
  LEGAL_BASIS("G13-basis", Audience.ASKER),
  /// No part of the conduct crosses a border.
  TRANSNATIONAL_ELEMENT("G13-element", Audience.ASKER),
  /// Migration status or one of its proxies is given as a ground, or nationality alone; or the
  /// offence is one of migration and nothing else.
  MIGRATION("G13-migration", Audience.ASKER),
  /// No ground that ties the subject to the conduct: none at all, appearance alone, a designation
  /// by another state alone, a family's request.
  GROUND("G13-ground", Audience.ASKER),
  /// Opinion, belief or party is given as a ground, or public office alone.
  OPINION("G2-opinion", Audience.ASKER),
  /// A political or military offence.
  POLITICAL_OFFENCE("G1-political", Audience.ASKER),
  /// A person who is neither suspect nor convicted.
  SUBJECT("S1-subject", Audience.ASKER),
  /// No proceedings, or proceedings that contradict the category.
  PROCEEDINGS("S2-proceedings", Audience.ASKER),
  /// Younger than eighteen, or possibly so.
  MINOR("G10-minor", Audience.ASKER),
  /// On this node's sealed list of protected persons.
  PROTECTED_PERSON("G9-protected", Audience.RIGHTS_OFFICER),
  /// Has or seeks refuge here.
  REFUGEE("G3-refugee", Audience.RIGHTS_OFFICER);

  private final String code;
  private final Audience audience;

  Gate(String code, Audience audience) {
    this.code = code;
    this.audience = audience;
  }

  @Override
  public String code() {
    return code;
  }

  /// Who may read that it closed.
  public Audience audience() {
    return audience;
  }

  /// True if the gate stands before kinds of {@code lane}. Before the humanitarian floor and
  /// governance stand only those that keep the lane from being used for something else.
  public boolean guards(DispatchKind.Lane lane) {
    return switch (this) {
      case AGENCY_CEILING, PURPOSE -> true;
      case STANDING,
          MANDATE,
          LEVEL,
          CASE,
          LEGAL_BASIS,
          TRANSNATIONAL_ELEMENT,
          MIGRATION,
          GROUND,
          OPINION,
          POLITICAL_OFFENCE,
          SUBJECT,
          PROCEEDINGS,
          MINOR,
          PROTECTED_PERSON,
          REFUGEE ->
          lane == DispatchKind.Lane.PERSON;
    };
  }

  /// True if the gate is closed to this question. Asks nothing about the lane.
  boolean closes(Question question, Context context) {
    Question.Route route = question.route();
    Question.Cause cause = question.cause();
    Question.Subject subject = question.subject();
    Standing standing = context.standing();
    Facts facts = context.facts();
    return switch (this) {
      case AGENCY_CEILING -> !Ceilings.allow(route.agency(), route.kind());
      case STANDING ->
          !standing.state().opensMoreThanFloor()
              && standing.state() != Standing.State.MANDATE_CONTESTED;
      case MANDATE -> standing.state() == Standing.State.MANDATE_CONTESTED;
      case LEVEL ->
          standing.state().opensMoreThanFloor() && !standing.level().reaches(route.kind().level());
      case PURPOSE -> !cause.purpose().serves(route.kind().lane());
      case CASE -> !cause.namedCase();
      case LEGAL_BASIS -> !cause.legalBasis();
      case TRANSNATIONAL_ELEMENT -> cause.elements().isEmpty();
      case MIGRATION ->
          Grounds.migration(subject.grounds()) || nature(cause) == OffenceNature.MIGRATION;
      case GROUND -> !Grounds.support(subject.grounds());
      case OPINION -> Grounds.opinion(subject.grounds());
      case POLITICAL_OFFENCE -> nature(cause) == OffenceNature.POLITICAL;
      case SUBJECT ->
          !subject.category().withinReach()
              || (facts.person() && subject.category() == SubjectCategory.NOT_A_PERSON);
      case PROCEEDINGS -> subject.stage().compareTo(leastStage(subject.category())) < 0;
      case MINOR -> facts.age() == AgeFact.MINOR;
      case PROTECTED_PERSON -> facts.concealed().contains(ConcealedFact.PROTECTED_PERSON);
      case REFUGEE -> facts.concealed().contains(ConcealedFact.REFUGEE);
    };
  }

  private static OffenceNature nature(Question.Cause cause) {
    OffenceCode offence = cause.offence();
    return offence == null ? OffenceNature.COMMON : OffenceNature.of(offence);
  }

  /// A person called convicted must be so by a final judgment; nothing is asked where no
  /// proceedings are open.
  private static ProceduralStage leastStage(SubjectCategory category) {
    return category == SubjectCategory.CONVICTED
        ? ProceduralStage.CONVICTED
        : ProceduralStage.INQUIRY;
  }
}
