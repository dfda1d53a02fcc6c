// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Comparison;
import lat.enlace.matching.FeatureResult;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Nearness;
import lat.enlace.matching.Probe;
import lat.enlace.matching.Score;
import lat.enlace.matching.SearchOptions;
import lat.enlace.matching.Thresholds;
import lat.enlace.model.Agreement;

/// The first algorithm: likeness of names, moved by what else is known (docs/spec/matching.md).
public final class Algo1 implements Matcher {
  private static final Thresholds THRESHOLDS = new Thresholds(0.67, 0.62, 0.80);

  // Below this a name is unlike, and nothing but an identifier lifts it.
  private static final double LIKE = 0.4;

  private final SubjectReader reader = new SubjectReader();
  private final Names names = new Names();
  private final List<Feature> features =
      List.of(
          new Feature(
              ComparedFeature.BIRTH_DATE,
              new Feature.Comparers(
                  Facts::birthDate, Facts::wholeBirthDate, Facts::supposedBirthDate),
              0.6,
              0.3,
              0.45,
              true,
              "One person in 22,000 shares a birth date by chance; registers hold one wrong date in"
                  + " thirty."),
          new Feature(
              ComparedFeature.COUNTRY,
              Feature.Comparers.same(Facts::country),
              0.05,
              0,
              0.08,
              true,
              "Most pairs of one region share a country by chance; many people have two."),
          new Feature(
              ComparedFeature.GENDER,
              Feature.Comparers.same(Facts::gender),
              0,
              0,
              0.3,
              true,
              "Half of all people share it; a contradiction is rarely a slip."),
          new Feature(
              ComparedFeature.IDENTIFIER,
              new Feature.Comparers(Numbers::compare, Numbers::equal, Numbers::equal),
              0.9,
              0.3,
              0.5,
              false,
              "A number names one holder; people have several, so a different one says little,"
                  + " except where a thing has one for life (IMO, VIN, IMEI)."));

  @Override
  public String algorithm() {
    return "algo1";
  }

  @Override
  public Thresholds thresholds() {
    return THRESHOLDS;
  }

  @Override
  public Comparison compare(Probe left, Probe right) {
    return compare(reader.read(left), reader.read(right));
  }

  @Override
  public HoldingsIndex newIndex() {
    return new MemoryIndex(this);
  }

  Subject read(Probe probe) {
    return reader.read(probe);
  }

  Comparison compare(Subject left, Subject right) {
    return compare(left, right, Nearness.COUNTED);
  }

  Comparison compare(Subject left, Subject right, Nearness nearness) {
    List<FeatureResult> results = new ArrayList<>();
    Finding name = names.compare(left, right);
    double score = name.similarity();
    boolean alike = score >= LIKE;
    results.add(result(ComparedFeature.NAME, name, score));
    for (Feature feature : features) {
      Finding finding = feature.comparer(nearness).compare(left, right);
      double weight = feature.weigh(finding, score, alike);
      score = Math.clamp(score + weight, 0.0, 1.0);
      results.add(result(feature.name(), finding, weight));
    }
    Score total = new Score(score);
    return new Comparison(total, total.reaches(THRESHOLDS.same()), results);
  }

  /// The similarity of names below which a score cannot reach the threshold asked for: what birth
  /// dates and countries of these two can lift, undone. A number in common lifts any name.
  double least(Subject left, Subject right, SearchOptions options) {
    if (!left.numbers().isEmpty() && !right.numbers().isEmpty()) {
      return 0;
    }
    double rest = 1 - options.threshold();
    for (Feature feature : features) {
      if (feature.onlyLikeNames()) {
        Finding finding = feature.comparer(options.nearness()).compare(left, right);
        double lift = Math.max(0, feature.weigh(finding, 0, true));
        rest /= 1 - lift;
      }
    }
    return Math.min(options.threshold(), Math.max(LIKE, 1 - rest));
  }

  private static FeatureResult result(ComparedFeature name, Finding finding, double weight) {
    if (finding.agreement() == Agreement.NOT_COMPARED) {
      return FeatureResult.notCompared(name, finding.left(), finding.right());
    }
    return new FeatureResult(
        name,
        finding.agreement(),
        finding.similarity(),
        weight,
        finding.left(),
        finding.right(),
        finding.reasons());
  }
}
