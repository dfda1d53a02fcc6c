// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void compare_addsThreeColumnsAndPassesOthersThrough() throws IOException {
    CommandRun run =
        compare(
            "note,schema,name1,name2\r\n"
                + "\"a, \"\"b\"\"\",Person,Zoraida Ejemplo,Zoraida Ejemplo\r\n"
                + ",Person,Zoraida Ejemplo,Baltasar Muestra\r\n");
    assertThat(run.exit()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "note,schema,name1,name2,score,match,explanation",
            "\"a, \"\"b\"\"\",Person,Zoraida Ejemplo,Zoraida Ejemplo,1.0000,true,both names have:"
                + " zoraida ejemplo",
            ",Person,Zoraida Ejemplo,Baltasar Muestra,0.0000,false,the names have no part in"
                + " common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 Dec 1948",
        "10 de diciembre de 1948",
        "1948-12-10",
        "10/12/1948",
        "12/10/1948",
        "1948",
        "c. 1950",
        "Dec 1948",
        "December 10, 1948",
        "1947 to 1949"
      })
  void compare_readsDatesAsPeopleWriteThem(String date) throws IOException {
    CommandRun run =
        compare(
            "schema,name1,name2,birthDate1,birthDate2\n"
                + "Person,Zoraida Ejemplo,Soraida Egemplo,10 Dec 1948,\"%s\"\n".formatted(date));
    assertThat(run.out()).contains(",true,").contains("birth").doesNotContain("another");
  }

  @Test
  void compare_leavesOutADateThatSaysNothing() throws IOException {
    CommandRun run =
        compare(
            "schema,name1,name2,birthDate1,birthDate2,country1,country2\n"
                + "Person,Zoraida Ejemplo,Zoraida Ejemplo,unknown,31/31/31,,zz\n");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains(",true,").doesNotContain("birth date:");
  }

  @ParameterizedTest
  @CsvSource({
    "company,true",
    "Organization,true",
    "PUBLICBODY,true",
    "LegalEntity,true",
    "Thing,true",
    "Dragon,true",
    "'',true"
  })
  void compare_takesAnySchema(String schema, String match) throws IOException {
    CommandRun run =
        compare(
            "schema,name1,name2\n%s,Zafiro Inventado S.A.,Zafiro Inventado Sociedad Anónima\n"
                .formatted(schema));
    assertThat(run.exit()).isZero();
    assertThat(run.lines().get(1)).contains("," + match + ",");
  }

  @Test
  void compare_saysWhichColumnsAreMissing() throws IOException {
    CommandRun run = compare("schema,name1\nPerson,Zoraida\n");
    assertThat(run.exit()).isEqualTo(CommandRun.WRONG_USE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no column name2", "schema, name1, name2");
  }

  @Test
  void compare_writesNothingWhenARowIsBroken() throws IOException {
    CommandRun run = compare("schema,name1,name2\nPerson,A B,A B\nPerson,A,B,more\n");
    assertThat(run.exit()).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("line 3");
    assertThat(compare("").exit()).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(compare("schema,name1,name2\nPerson,\"open,x\n").out()).isEmpty();
  }

  @Test
  void compare_namesLineAndByteOfAWrongEncoding() throws IOException {
    Path file = folder.resolve("latin");
    Files.write(
        file,
        "schema,name1,name2\nPerson,Ana Peña,Ana Peña\n".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun run = CommandRun.of("compare", "--pairs", file);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Ana Peña,Ana Peña,1.0000,true");
    assertThat(run.err()).contains("warning:", "line 2", "byte");
  }

  private CommandRun compare(String pairs) throws IOException {
    return CommandRun.of("compare", "--pairs", Files.writeString(folder.resolve("pairs"), pairs));
  }
}
