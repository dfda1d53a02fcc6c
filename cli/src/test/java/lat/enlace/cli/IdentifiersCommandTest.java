// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifiersCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void check_addsVerdictNumberAndReason() throws IOException {
    CommandRun run =
        check(
            "row,format,input\n"
                + "1,br_cpf,390.533.447-05\n"
                + "2,br_cpf,390.533.474-05\n"
                + "3,Mercurian_card,17\n"
                + "4,vin,1M8GDM9AXKP042788\n"
                + "5,br_plate,abc 1d23\n"
                + "6,imei,\n");
    assertThat(run.exit()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "row,format,input,valid,normalised,reason",
            "1,br_cpf,390.533.447-05,true,39053344705,ok",
            "2,br_cpf,390.533.474-05,false,,checksum",
            "3,Mercurian_card,17,,,unknown-format",
            "4,vin,1M8GDM9AXKP042788,true,1M8GDM9AXKP042788,ok",
            "5,br_plate,abc 1d23,true,ABC1D23,ok",
            "6,imei,,false,,length");
  }

  @Test
  void check_saysWhichColumnsAreMissing() throws IOException {
    CommandRun run = check("format,number\nimei,1\n");
    assertThat(run.exit()).isEqualTo(CommandRun.WRONG_USE);
    assertThat(run.err()).contains("no column input");
  }

  @Test
  void formats_areListedWithWhatTheyAre() {
    CommandRun run = CommandRun.of("identifiers", "formats");
    assertThat(run.exit()).isZero();
    assertThat(run.lines())
        .isSorted()
        .contains("imei\tmobile equipment identity IMEI, 3GPP TS 23.003");
  }

  private CommandRun check(String rows) throws IOException {
    return CommandRun.of("identifiers", "check", Files.writeString(folder.resolve("rows"), rows));
  }
}
