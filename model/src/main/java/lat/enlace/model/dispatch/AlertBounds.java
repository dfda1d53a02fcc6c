// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;

/// What an alert may say, and what it must rest on (docs/spec/alerts.md, "An alert").
public final class AlertBounds {
  private AlertBounds() {}

  /// In what an alert goes too far.
  public enum Excess {
    /// Nothing is said of the subject, or more than a question may say.
    SUBJECT("describe the subject within the bounds of a question"),
    /// A note instead of a fact.
    PROPERTY("an alert carries no notes"),
    /// Everything rests on what nobody could assess.
    GRADING("what is graded X4 alone founds no alert"),
    /// A person where an object is meant, or the reverse.
    ACTION("this action fits persons or objects alone"),
    /// No order to arrest.
    ORDER("an arrest rests on a judge's order or a final judgment"),
    /// A warning about an object.
    MARKER("only of a person is it said that he is armed, violent or escaped");

    private final String rule;

    Excess(String rule) {
      this.rule = rule;
    }

    /// What the issuer keeps to, in English, without any value.
    public String rule() {
      return rule;
    }
  }

  /// The first bound that a subject breaks by itself.
  public static Optional<Excess> excess(Entity subject) {
    if (subject.statements().isEmpty() || QuestionBounds.excess(subject).isPresent()) {
      return Optional.of(Excess.SUBJECT);
    }
    if (subject.statements().stream().anyMatch(one -> one.property().equals(Property.NOTES))) {
      return Optional.of(Excess.PROPERTY);
    }
    return subject.statements().stream().allMatch(one -> one.grading().equals(Grading.UNASSESSED))
        ? Optional.of(Excess.GRADING)
        : Optional.empty();
  }

  /// The first bound that an alert breaks.
  public static Optional<Excess> excess(
      Entity subject,
      AlertAction action,
      SubjectCategory category,
      Set<Ground> grounds,
      Set<AlertMarker> markers) {
    Optional<Excess> first = excess(subject);
    if (first.isPresent()) {
      return first;
    }
    boolean object = category == SubjectCategory.NOT_A_PERSON;
    if (!action.fits(object) || object == subject.schema().mayBePerson()) {
      return Optional.of(Excess.ACTION);
    }
    boolean ordered =
        !Collections.disjoint(grounds, Set.of(Ground.JUDICIAL_ORDER, Ground.CONVICTION));
    if (action == AlertAction.ARREST && !ordered) {
      return Optional.of(Excess.ORDER);
    }
    return object && !markers.isEmpty() ? Optional.of(Excess.MARKER) : Optional.empty();
  }
}
