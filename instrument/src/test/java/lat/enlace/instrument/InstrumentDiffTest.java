// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstrumentDiffTest {
  @Test
  void between_isEmptyForTheSameText() throws Exception {
    InstrumentText text = SampleInstruments.text("co-ve");

    assertThat(InstrumentDiff.between(text, text)).isEmpty();
  }

  @Test
  void between_namesTheValueThatChanged() throws Exception {
    String before = SampleInstruments.text("co-ve").value();
    String after = before.replace("quota-per-day: 200", "quota-per-day: 20");

    assertThat(InstrumentDiff.between(new InstrumentText(before), new InstrumentText(after)))
        .containsExactly(new Change("exchanges[art-4.1].quota-per-day", "200", "20"));
  }

  @Test
  void between_doesNotCountOrderOrLayout() throws Exception {
    String before = SampleInstruments.text("co-ve").value();
    String after =
        before
            .replace("kinds: [question, answer]", "kinds: [answer,   question]")
            .replace("version: 1\n", "version: 1  # the first\n\n");

    assertThat(InstrumentDiff.between(new InstrumentText(before), new InstrumentText(after)))
        .isEmpty();
  }

  @Test
  void between_tellsWhatWasAddedAndRemoved() throws Exception {
    String before = SampleInstruments.text("co-ve").value();
    String after =
        before.replace(
            "  - {article: \"VE:LOD 149\", since: 2010-09-15, maximum-months: 300}",
            "  - {article: \"VE:LOD 150\", since: 2010-09-15, maximum-months: 300}");

    assertThat(InstrumentDiff.between(new InstrumentText(before), new InstrumentText(after)))
        .extracting(Change::path)
        .contains(
            "offences[art-3.1].laws[VE:LOD 149].maximum-months",
            "offences[art-3.1].laws[VE:LOD 150].maximum-months");
  }
}
