// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.model.Language;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private static Probe person(String name, String birthDate) {
    return new Probe(
        Schema.PERSON,
        List.of(
            new Probe.Field(Property.NAME, name), new Probe.Field(Property.BIRTH_DATE, birthDate)));
  }

  @Test
  void render_speaksTheReadersLanguage() {
    Comparison comparison =
        new Algo1()
            .compare(
                person("Zoraida Ejemplo Quintanilla", "1970-02-03"),
                person("Soraida Ejemplo", "3/2/1970"));
    assertThat(new Explanations(Language.ES).render(comparison.features()))
        .contains("ambos nombres tienen: ejemplo")
        .contains("«zoraida» se parece a «soraida»")
        .contains("misma fecha de nacimiento");
    assertThat(new Explanations(Language.EN).render(comparison.features()))
        .contains("only one side has: quintanilla")
        .contains("same birth date");
  }

  @Test
  void bundles_haveTheSameKeys() {
    String bundle = "lat.enlace.matching.explanations";
    assertThat(ResourceBundle.getBundle(bundle, Locale.of("es")).keySet())
        .isEqualTo(ResourceBundle.getBundle(bundle, Locale.ROOT).keySet());
  }

  @Test
  void toString_showsNoValue() {
    Comparison comparison =
        new Algo1()
            .compare(
                person("Zoraida Ejemplo", "1970-02-03"), person("Zoraida Ejemplo", "1970-02-03"));
    assertThat(comparison.toString() + comparison.features() + person("Zoraida Ejemplo", "1970"))
        .doesNotContain("Zoraida")
        .doesNotContain("1970");
  }
}
