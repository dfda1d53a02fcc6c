// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportExportTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("enlace.root"), "vectors", "gateway", "read");
  private static final int COULD_NOT = 3;

  @TempDir private Path folder = Path.of("");

  private record Run(int exit, String out, String err) {}

  @Test
  void import_writesLinesThatImportReadsUnchanged() throws IOException {
    Run first = run("import", VECTORS.resolve("un-entity.xml").toString());
    assertThat(first.exit()).isZero();
    assertThat(first.out().lines()).hasSize(1);
    assertThat(first.err()).contains("un-xml: 1 entities; claims of UN Security Council");
    Path lines = folder.resolve("lines");
    Files.writeString(lines, first.out());
    assertThat(run("import", lines.toString()).out()).isEqualTo(first.out());
  }

  @Test
  void import_carriesWhatItDoesNotKnowWordForWord() throws IOException {
    Path source = VECTORS.resolve("ftm-carries-other-schemas.jsonl");
    Run run = run("import", "--plain", source.toString());
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out().lines().toList().get(1)).isEqualTo(Files.readAllLines(source).get(1));
    assertThat(run.err()).contains("1 carried unread");
  }

  @Test
  void import_saysWhoStatesTheValues() throws IOException {
    Path csv = write("id,name\np-1,Ana Ejemplo\n");
    assertThat(run("import", "--source", "co-policia", csv.toString()).out())
        .contains("\"dataset\":\"co-policia\"")
        .contains("\"kind\":\"fact\"");
  }

  @Test
  void import_leavesNoFileBehindWhenItRefuses() throws IOException {
    Path out = folder.resolve("out.jsonl");
    Files.writeString(out, "as before");
    Path csv = write("id,name\np-1,Ana Ejemplo\np-1,Luis Ejemplo\n");
    Run run = run("import", "--out", out.toString(), csv.toString());
    assertThat(run.exit()).isEqualTo(COULD_NOT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("line 3").doesNotContain("Ejemplo");
    assertThat(Files.readString(out)).isEqualTo("as before");
    assertThat(names()).containsExactlyInAnyOrder("in", "out.jsonl");
  }

  @Test
  void import_writesTheFileWhole() throws IOException {
    Path out = folder.resolve("out.jsonl");
    Path csv = write("id,name\np-1,Ana Ejemplo\n");
    assertThat(run("import", "--out", out.toString(), csv.toString()).exit()).isZero();
    assertThat(Files.readAllLines(out)).hasSize(1);
    assertThat(names()).containsExactlyInAnyOrder("in", "out.jsonl");
  }

  @Test
  void import_checksWithoutWriting() throws IOException {
    Run run = run("import", "--check", write("id,name\np-1,Ana Ejemplo\n").toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("csv: 1 entities");
  }

  @Test
  void import_readsAFolder() throws IOException {
    Files.writeString(
        folder.resolve("sdn.csv"),
        "1,\"EJEMPLO, Ana\",\"individual\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
    Files.writeString(folder.resolve("alt.csv"), "1,11,\"aka\",\"EJEMPLO, Anita\",-0- \r\n");
    assertThat(run("import", folder.toString()).out()).contains("Anita EJEMPLO");
  }

  @Test
  void import_saysWhatIsWrongWithThePath() {
    assertThat(run("import", folder.toString()).err()).contains("there is no file in this folder");
    assertThat(run("import", folder.resolve("nothing").toString()).err())
        .contains("there is no such file or folder");
  }

  @Test
  void export_writesCsvThatImportReads() throws IOException {
    Path csv =
        write(
            "id,schema,name,alias,notes\r\n"
                + "p-1,Person,\"Ejemplo, Ana\",Anita;\"A \"\"E\"\"\",\"one; two\"\r\n"
                + "v-1,Vessel,Inventada,,\r\n");
    Run run = run("export", csv.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().toList())
        .containsExactly(
            "id,schema,name,alias,notes",
            "p-1,Person,\"Ejemplo, Ana\",\"Anita;\"\"A \"\"\"\"E\"\"\"\"\"\"\",one; two",
            "v-1,Vessel,Inventada,,");
  }

  @Test
  void export_givesTheValuesBack() throws IOException {
    Path lines = VECTORS.resolve("ofac-individual-vessel-aircraft.csv");
    Path csv = folder.resolve("out.csv");
    Path plain = folder.resolve("plain.jsonl");
    assertThat(run("export", "--out", csv.toString(), lines.toString()).exit()).isZero();
    assertThat(run("export", "--format", "ftm", "--out", plain.toString(), lines.toString()).exit())
        .isZero();
    assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8).getFirst())
        .startsWith("id,schema,name,birthCountry,");
    Run again = run("export", "--format", "ftm", csv.toString());
    List<String> ids = again.out().lines().map(line -> line.substring(0, 9)).toList();
    assertThat(ids)
        .isEqualTo(Files.readAllLines(plain).stream().map(line -> line.substring(0, 9)).toList());
    assertThat(again.out()).contains("\"imoNumber\":[\"9074729\"]");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("in"), content);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::getFileName).map(String::valueOf).toList();
    }
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = EnlaceMain.commandLine(new PrintWriter(out), new PrintWriter(err));
    return new Run(line.execute(arguments), out.toString(), err.toString());
  }
}
