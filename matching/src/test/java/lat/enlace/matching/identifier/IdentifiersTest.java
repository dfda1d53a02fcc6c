// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  private final Identifiers identifiers = new Identifiers(LocalDate.of(2026, 11, 22));

  @ParameterizedTest
  @CsvSource({
    "co_nit,213.123.432-1,2131234321",
    "ec_ci,171430710-3,1714307103",
    "br_cpf,390.533.447-05,39053344705",
    "br_cnpj,16.727.230/0001-97,16727230000197",
    "ve_rif,V-11470283-4,V114702834",
    "cl_rut,12.531.909-2,125319092",
    "imei,35-417803-685978-9,354178036859789",
    "imo,IMO 8814275,8814275",
    "vin,1M8GDM9AXKP042788,1M8GDM9AXKP042788",
    "iban,GB82 WEST 1234 5698 7654 32,GB82WEST12345698765432",
    "do_cedula,001-1391820-5,00113918205",
    "cr_cpf,1-613-584,0106130584",
    "bo_ci,1234567-1A LP,12345671ALP",
    "co_cc,1.020.304.050,1020304050",
    "pa_ci,8-123-4567,8-123-4567",
    "co_plate,abc-123,ABC123",
    "ve_plate,AB 123 CD,AB123CD",
    "ec_plate,PBA-1234,PBA1234",
    "br_plate,ABC1D23,ABC1D23",
    "pe_plate,A1B-234,A1B234",
    "bo_plate,1234-ABC,1234ABC",
    "gy_plate,PAB 1234,PAB1234",
    "sr_plate,PA 12-34,PA1234",
    "gf_plate,AB-123-CD,AB123CD"
  })
  void check_acceptsTheUsualNotation(String format, String input, String normalised) {
    assertThat(identifiers.check(format, input))
        .isEqualTo(new Verdict(true, normalised, Fault.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "co_nit,213.123.432-5,CHECKSUM",
    "ec_ci,171430710-4,CHECKSUM",
    "br_cpf,111.111.111-11,COMPONENT",
    "br_cpf,390.533.474-05,CHECKSUM",
    "ve_rif,Z-11470283-4,COMPONENT",
    "imei,35-417803-685987-9,CHECKSUM",
    "imo,8814257,CHECKSUM",
    "vin,1M8GDM9AXKP042789,CHECKSUM",
    "vin,1M8GDM9AOKP042788,CHARACTERS",
    "iban,GB82 WEST 1234 5698 7654 3,LENGTH",
    "mmsi,199999999,COMPONENT",
    "do_cedula,001-1391820-4,CHECKSUM",
    "do_ncf,Z0100000005,CHARACTERS",
    "br_plate,ABCD123,CHARACTERS",
    "gf_plate,AI-123-CD,CHARACTERS",
    "co_plate,A1,LENGTH",
    "no_such_format,1,UNKNOWN_FORMAT"
  })
  void check_saysWhyNot(String format, String input, Fault reason) {
    assertThat(identifiers.check(format, input)).isEqualTo(new Verdict(false, "", reason));
  }

  // The specimens printed in ICAO Doc 9303.
  @Test
  void check_readsTheSpecimensOfTheStandard() {
    assertThat(
            identifiers.check(
                "mrz_td3",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                    + "L898902C36UTO7408122F1204159ZE184226B<<<<<10"))
        .matches(Verdict::valid);
    assertThat(
            identifiers.check(
                "mrz_td3",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                    + "L898902C36UTO7408122F1204159ZE184226B<<<<<11"))
        .matches(verdict -> verdict.reason() == Fault.CHECKSUM);
    assertThat(
            identifiers.check(
                "mrz_td1",
                "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\n"
                    + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"))
        .matches(Verdict::valid);
    assertThat(
            identifiers.check(
                "mrz_td2",
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"))
        .matches(Verdict::valid);
  }

  @Test
  void check_takesAnyText() {
    for (String format : identifiers.formats()) {
      for (String text :
          List.of(
              "",
              " ",
              "-",
              "🙂",
              "\uD800",
              "Ñ".repeat(14),
              "٣".repeat(11),
              "9".repeat(5_000),
              "A".repeat(17),
              "<".repeat(90))) {
        assertThat(identifiers.check(format, text)).as(format).isNotNull();
      }
    }
  }

  @Test
  void formats_sayWhatTheyAre() {
    assertThat(identifiers.formats())
        .allSatisfy(format ->
            assertThat(identifiers.about(format))
                .hasValueSatisfying(
                    about -> assertThat(about).hasSizeBetween(6, 110).doesNotContain("\n")));
    assertThat(identifiers.about("no_such_format")).isEmpty();
  }

  @Test
  void check_agreesWithPublishedCases() throws IOException {
    Path cases =
        Path.of(System.getProperty("enlace.root"), "../shared/data/identifiers/stdnum_cases.csv");
    assumeTrue(Files.exists(cases), "published identifier cases are not at hand: left out");
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    Pattern row =
        Pattern.compile("(\\w+),\\w+,(validate|is_valid),(\"[^\"]*\"|[^,\"]*),([^,\"]*),");
    for (String line : Files.readAllLines(cases)) {
      // Cases with options judge another rule than the format's own, and 61 creditor references are
      // filed under the format of Italian medicines.
      Matcher cell = row.matcher(line);
      if (!cell.matches() || line.startsWith("it_aic,aic,is_valid,RF")) {
        continue;
      }
      String input = cell.group(3).replace("\"", "");
      Verdict verdict = identifiers.check(cell.group(1), input);
      if (verdict.reason() != Fault.UNKNOWN_FORMAT) {
        judged++;
        if (!agrees(verdict, cell.group(2), cell.group(1), cell.group(4))) {
          wrong.add(line);
        }
      }
    }
    System.out.println("identifier cases judged: " + judged + ", wrong: " + wrong.size());
    assertThat(judged).isGreaterThan(7_190);
    assertThat(wrong).isEmpty();
  }

  // Where the file says how a number is stored that is compared as well, but for the courts of
  // German registers: which of several names of a court is meant needs a list of them all.
  private static boolean agrees(Verdict verdict, String function, String format, String expected) {
    boolean valid = !expected.startsWith("!") && !expected.equals("False");
    boolean stored =
        valid && function.equals("validate") && !format.equals("de_handelsregisternummer");
    return verdict.valid() == valid && (!stored || verdict.normalised().equals(expected));
  }
}
