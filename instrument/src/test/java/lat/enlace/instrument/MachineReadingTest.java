// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MachineReadingTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void words_standForEveryEffectInEveryLanguage(Language language) throws Exception {
    Instrument instrument = SampleInstruments.read("co-ve");
    MachineReading reading = MachineReading.of(instrument);
    EffectWords words = EffectWords.in(language);

    for (Article article : instrument.articles()) {
      for (Effect effect : reading.because(article.clause())) {
        assertThat(words.text(effect)).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void words_areThoseOfTheirLanguage() throws Exception {
    MachineReading reading = MachineReading.of(SampleInstruments.read("co-ve"));
    Effect opens = reading.because(new ClauseId("art-4.1")).getFirst();

    assertThat(Stream.of(Language.values()).map(one -> EffectWords.in(one).text(opens)))
        .doesNotHaveDuplicates();
  }

  @Test
  void because_saysWhatAnExchangeClauseOpens() throws Exception {
    MachineReading reading = MachineReading.of(SampleInstruments.read("co-ve"));

    List<String> lines =
        reading.because(new ClauseId("art-4.1")).stream()
            .map(EffectWords.in(Language.ES)::text)
            .toList();

    assertThat(lines.getFirst()).startsWith("abre answer, question; datos: account, address");
    assertThat(lines).anyMatch(line -> line.contains("desde la etapa investigation"));
  }

  @Test
  void because_isEmptyForWhatBindsPeopleAlone() throws Exception {
    MachineReading reading = MachineReading.of(SampleInstruments.read("co-ve"));

    assertThat(reading.because(new ClauseId("art-1"))).isEmpty();
  }

  @Test
  void because_showsTheReservationsOfWhoJoined() throws Exception {
    SignedInstrument base =
        SignedInstrument.verify(
            SampleInstruments.signed(SampleInstruments.text("co-br").value(), List.of("co", "br"))
                .bytes());
    SignedInstrument joined =
        base.acceded(
            SampleInstruments.signed(
                    SampleInstruments.accession(base, "PE", "pe"), List.of("pe", "co", "br"))
                .bytes());

    assertThat(MachineReading.of(joined.instrument()).because(new ClauseId("r-1")))
        .extracting(EffectWords.in(Language.EN)::text)
        .containsExactly("holds towards PE", "refuses where this is among it: firearm");
  }
}
