// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.StateCode;
import lat.enlace.note.Note;
import org.junit.jupiter.api.Test;

class SignedInstrumentTest {
  @Test
  void verify_acceptsWhatEveryPartySigned() throws Exception {
    InstrumentText text = SampleInstruments.text("co-ve");

    SignedInstrument signed =
        SignedInstrument.verify(
            SampleInstruments.signed(text.value(), List.of("co", "ve")).bytes());

    assertThat(signed.ref().text()).isEqualTo(text.hash());
    assertThat(signed.ref().id()).isEqualTo(signed.instrument().id());
  }

  @Test
  void verify_refusesWhenAPartyIsMissing() throws Exception {
    Note note = SampleInstruments.signed(SampleInstruments.text("co-ve").value(), List.of("co"));

    assertCode(note.bytes(), InstrumentException.Code.MISSING_SIGNATURE);
    assertThat(
            SignedInstrument.missing(
                note, SignedInstrument.signers(SampleInstruments.read("co-ve"))))
        .hasSize(2)
        .allSatisfy(key -> assertThat(key.name().value()).startsWith("ve."));
  }

  @Test
  void verify_refusesWhenOneKeyOfAPartyIsMissing() throws Exception {
    InstrumentText text = SampleInstruments.text("co-ve");
    Note note =
        SampleInstruments.signed(text.value(), List.of("co"))
            .sign(SampleInstruments.rootKeys("ve").getFirst(), SampleInstruments.NO_TIME);

    assertCode(note.bytes(), InstrumentException.Code.MISSING_SIGNATURE);
  }

  @Test
  void verify_refusesOneChangedLetter() throws Exception {
    String signed =
        SampleInstruments.signed(SampleInstruments.text("co-ve").value(), List.of("co", "ve"))
            .bytes()
            .text();

    assertCode(
        Bytes.utf8(signed.replace("quota-per-day: 200", "quota-per-day: 900")),
        InstrumentException.Code.NOTE);
  }

  @Test
  void verify_refusesSignaturesOfOthers() throws Exception {
    assertCode(
        SampleInstruments.signed(SampleInstruments.text("co-ve").value(), List.of("co", "br"))
            .bytes(),
        InstrumentException.Code.MISSING_SIGNATURE);
  }

  @Test
  void verify_refusesWhatIsNotANote() throws Exception {
    assertCode(Bytes.utf8(SampleInstruments.text("co-ve").value()), InstrumentException.Code.NOTE);
  }

  @Test
  void acceded_addsAPartyWithItsReservations() throws Exception {
    SignedInstrument base = signed("co-br");
    Bytes accession =
        SampleInstruments.signed(
                SampleInstruments.accession(base, "PE", "pe"), List.of("pe", "co", "br"))
            .bytes();

    SignedInstrument joined = base.acceded(accession);

    assertThat(joined.instrument().party(new StateCode("PE"))).isPresent();
    assertThat(joined.instrument().reservations())
        .singleElement()
        .satisfies(one -> assertThat(one.by()).isEqualTo(new StateCode("PE")));
    assertThat(joined.ref()).isEqualTo(base.ref());
    assertThat(joined.accessions()).hasSize(1);
  }

  @Test
  void acceded_refusesWithoutTheConsentOfAParty() throws Exception {
    SignedInstrument base = signed("co-br");
    Bytes accession =
        SampleInstruments.signed(SampleInstruments.accession(base, "PE", "pe"), List.of("pe", "co"))
            .bytes();

    assertAccession(base, accession, InstrumentException.Code.MISSING_SIGNATURE);
  }

  @Test
  void acceded_refusesAStateThatMayNotJoin() throws Exception {
    SignedInstrument base = signed("co-br");
    Bytes accession =
        SampleInstruments.signed(
                SampleInstruments.accession(base, "CL", "cl"), List.of("cl", "co", "br"))
            .bytes();

    assertAccession(base, accession, InstrumentException.Code.ACCESSION);
  }

  @Test
  void acceded_refusesAnAddendumToAnotherText() throws Exception {
    SignedInstrument base = signed("co-br");
    Bytes other =
        SampleInstruments.signed(
                SampleInstruments.accession(signed("co-ec"), "PE", "pe")
                    .replace("co-ec-2026-cooperation", "co-br-2026-cooperation"),
                List.of("pe", "co", "br"))
            .bytes();

    assertAccession(base, other, InstrumentException.Code.OTHER_TEXT);
  }

  @Test
  void acceded_refusesAPartyTwice() throws Exception {
    SignedInstrument base = signed("co-br");
    Bytes accession =
        SampleInstruments.signed(
                SampleInstruments.accession(base, "PE", "pe"), List.of("pe", "co", "br"))
            .bytes();

    assertAccession(base.acceded(accession), accession, InstrumentException.Code.TEXT);
  }

  @Test
  void acceded_refusesAReservationThatPermits() throws Exception {
    SignedInstrument base = signed("co-br");
    String text =
        SampleInstruments.accession(base, "PE", "pe").replace("then: refuse", "then: permit");

    assertAccession(
        base,
        SampleInstruments.signed(text, List.of("pe", "co", "br")).bytes(),
        InstrumentException.Code.TEXT);
  }

  @Test
  void acceded_refusesWhoSpeaksForAnother() throws Exception {
    SignedInstrument base = signed("co-br");
    String text =
        SampleInstruments.accession(base, "PE", "pe")
            .replace(
                "authorities: []",
                "authorities: [{id: br-juez, state: BR, name: Juez,"
                    + " role: judge, authorises: [question]}]");

    assertAccession(
        base,
        SampleInstruments.signed(text, List.of("pe", "co", "br")).bytes(),
        InstrumentException.Code.TEXT);
  }

  private static SignedInstrument signed(String name) throws Exception {
    return SignedInstrument.verify(
        SampleInstruments.signed(SampleInstruments.text(name).value(), List.of(name.split("-", -1)))
            .bytes());
  }

  private static void assertCode(Bytes note, InstrumentException.Code code) {
    assertThatThrownBy(() -> SignedInstrument.verify(note))
        .isInstanceOfSatisfying(
            InstrumentException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void assertAccession(
      SignedInstrument base, Bytes note, InstrumentException.Code code) {
    assertThatThrownBy(() -> base.acceded(note))
        .isInstanceOfSatisfying(
            InstrumentException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
