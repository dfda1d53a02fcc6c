// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.Explanations;
import lat.enlace.matching.FeatureResult;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The answer to one probe as a JSON line.
final class CandidateJson {
  private final JsonFactory json = new JsonFactory();
  private final Explanations words;

  CandidateJson(Explanations words) {
    this.words = words;
  }

  String line(String probe, List<Candidate> candidates) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
      out.writeStartObject();
      out.writeStringProperty("probe", probe);
      out.writeStringProperty("outcome", candidates.isEmpty() ? "no-hit" : "hit");
      out.writeArrayPropertyStart("candidates");
      candidates.forEach(candidate -> write(out, candidate));
      out.writeEndArray();
      out.writeEndObject();
    }
    return line.toString();
  }

  private void write(JsonGenerator out, Candidate candidate) {
    out.writeStartObject();
    out.writeStringProperty("id", candidate.id().value());
    out.writeNumberProperty("score", rounded(candidate.score().value()));
    out.writeStringProperty("strength", candidate.strength().code());
    out.writeArrayPropertyStart("features");
    candidate.features().forEach(feature -> write(out, feature));
    out.writeEndArray();
    out.writeEndObject();
  }

  private void write(JsonGenerator out, FeatureResult feature) {
    out.writeStartObject();
    out.writeStringProperty("feature", feature.feature().code());
    out.writeStringProperty("agreement", feature.agreement().code());
    out.writeNumberProperty("similarity", rounded(feature.similarity()));
    out.writeNumberProperty("weight", rounded(feature.weight()));
    out.writeStringProperty("probe", feature.left());
    out.writeStringProperty("holding", feature.right());
    out.writeArrayPropertyStart("reasons");
    feature.reasons().forEach(reason -> out.writeString(words.render(reason)));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }
}
