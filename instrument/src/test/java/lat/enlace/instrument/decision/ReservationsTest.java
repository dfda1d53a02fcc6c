// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.ConfidenceLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A party that joined with a reservation against firearm data.
class ReservationsTest {
  @ParameterizedTest
  @CsvSource({"CO, PE", "PE, CO", "BR, PE", "PE, BR"})
  void decide_refusesWhatEitherSideReserved(String asker, String holder) throws Exception {
    assertThat(decide(asker, holder, "firearm"))
        .isInstanceOfSatisfying(
            Decision.Refuse.class,
            refuse -> assertThat(refuse.reasons()).extracting(Reason::code).containsExactly("r-1"));
  }

  @Test
  void decide_leavesTheOthersAsTheyWere() throws Exception {
    assertThat(decide("CO", "BR", "firearm")).isInstanceOf(Decision.Permit.class);
  }

  @Test
  void decide_opensToTheNewPartyWhatItDidNotReserve() throws Exception {
    assertThat(decide("CO", "PE", "identity")).isInstanceOf(Decision.Permit.class);
    assertThat(decide("PE", "BR", "identity")).isInstanceOf(Decision.Permit.class);
  }

  private static Decision decide(String asker, String holder, String wanted) throws Exception {
    String question =
        SampleInstruments.file("vectors/instrument/decide/base.json")
            .replaceFirst("\\{", "{\"side\": \"receiving\",")
            .replace("\"CO\"", "\"" + asker + "\"")
            .replace("\"VE\"", "\"" + holder + "\"")
            .replace("\"identity\"", "\"" + wanted + "\"");
    AskedText asked = AskedText.read(question, ConfidenceLevel.HIT_NO_HIT);
    return CompiledInstrument.on(LocalDate.parse("2026-11-21"), joined().instrument())
        .decide(asked.question(), asked.context());
  }

  private static SignedInstrument joined() throws Exception {
    SignedInstrument base =
        SignedInstrument.verify(
            SampleInstruments.signed(SampleInstruments.text("co-br").value(), List.of("co", "br"))
                .bytes());
    String accession = SampleInstruments.accession(base, "PE", "pe");
    return base.acceded(SampleInstruments.signed(accession, List.of("pe", "co", "br")).bytes());
  }
}
