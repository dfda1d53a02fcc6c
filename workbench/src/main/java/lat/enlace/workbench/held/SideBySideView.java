// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.held;

import java.util.List;
import java.util.Locale;
import lat.enlace.exchange.Holding;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Explanations;
import lat.enlace.matching.FeatureResult;
import lat.enlace.model.Agreement;
import lat.enlace.model.Language;
import lat.enlace.model.PersonalData;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;

/// Both records side by side, feature by feature, as the holding officer judges them.
@PersonalData
public record SideBySideView(
    Holding.SideBySide pair,
    HitBody.Question asked,
    HitBody.FollowUp followUp,
    List<Basis.UnderInstrument> basis,
    List<Row> rows) {
  /// Copies the lists.
  public SideBySideView {
    basis = List.copyOf(basis);
    rows = List.copyOf(rows);
  }

  /// One feature on both sides.
  ///
  /// @param weight what it moved the score by, signed
  /// @param why in words
  @PersonalData
  public record Row(
      ComparedFeature feature,
      Agreement agreement,
      Difference difference,
      String weight,
      List<String> why) {
    /// Copies the list.
    public Row {
      why = List.copyOf(why);
    }

    @Override
    public String toString() {
      return "Row[" + feature.code() + "]";
    }
  }

  static SideBySideView of(Holding.SideBySide pair, Language language) {
    if (!(pair.question().body() instanceof HitBody.Question asked)
        || !(pair.followUpDispatch().body() instanceof HitBody.FollowUp followUp)) {
      throw new IllegalStateException("a follow-up follows a question");
    }
    Explanations words = new Explanations(language);
    return new SideBySideView(
        pair,
        asked,
        followUp,
        pair.question().header().basis() instanceof Basis.UnderInstrument under
            ? List.of(under)
            : List.of(),
        pair.comparison().features().stream().map(result -> row(result, words)).toList());
  }

  /// What else the holder has on the candidate.
  public Entity candidate() {
    return pair.candidate();
  }

  private static Row row(FeatureResult result, Explanations words) {
    return new Row(
        result.feature(),
        result.agreement(),
        Difference.between(result.left(), result.right()),
        String.format(Locale.ROOT, "%+.2f", result.weight()).replace('-', '−'),
        result.reasons().stream().map(words::render).toList());
  }

  @Override
  public String toString() {
    return "SideBySideView[" + pair + "]";
  }
}
