// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lat.enlace.gateway.GatewayException.Code;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.EntityLine;
import lat.enlace.model.entity.EntityWriter;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("enlace.root"), "vectors", "gateway");
  private static final Provenance PROVENANCE =
      Provenance.record("co-policia", Instant.parse("2026-11-21T00:00:00Z"));
  private static final long HUGE = 100_000_000;

  static Stream<Path> refused() throws IOException {
    try (Stream<Path> files = Files.walk(VECTORS.resolve("refused"))) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  static Stream<Path> readable() throws IOException {
    try (Stream<Path> files = Files.list(VECTORS.resolve("read"))) {
      return files.sorted().toList().stream();
    }
  }

  /// The folder of a vector names the code it must be refused with, its own name the reason.
  @ParameterizedTest
  @MethodSource("refused")
  void read_handsOnNothingOfARefusedSource(Path file) throws IOException {
    Path folder = VECTORS.resolve("refused").relativize(file).getName(0);
    Code expected = Code.valueOf(folder.toString().toUpperCase(Locale.ROOT));
    List<Object> handedOn = new ArrayList<>();
    assertThatThrownBy(() -> Holdings.read(FileParts.of(file), PROVENANCE, into(handedOn)))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.code()).isEqualTo(expected);
              assertThat(e).hasNoCause();
              assertThat(e.getMessage())
                  .startsWith(file.getFileName().toString())
                  .doesNotContainIgnoringCase("ejemplo")
                  .doesNotContain("Ana", "Luis", "ANA", "LUIS");
            });
    assertThat(handedOn).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("readable")
  void read_givesTheStatementsOfTheVector(Path file) throws Exception {
    Path expected = VECTORS.resolve("expected").resolve(file.getFileName() + ".txt");
    assertThat(transcript(FileParts.of(file)))
        .isEqualTo(Files.readAllLines(expected, StandardCharsets.UTF_8));
  }

  /// Every entity as a line, then every warning as a line.
  private static List<String> transcript(Source source) throws GatewayException {
    List<Object> handedOn = new ArrayList<>();
    ImportReport report = Holdings.read(source, PROVENANCE, into(handedOn));
    EntityWriter writer = new EntityWriter(EntityWriter.Form.STATEMENTS);
    List<String> lines = new ArrayList<>();
    for (Object thing : handedOn) {
      lines.add(
          switch (thing) {
            case Entity entity -> writer.line(entity);
            case EntityLine.Foreign foreign -> foreign.json();
            default -> throw new AssertionError("neither entity nor carried");
          });
    }
    lines.add(report.format().code() + " " + report.read() + " " + report.setAside());
    report.listed().ifPresent(list -> lines.add(list.name() + " " + list.datedOn()));
    report.warnings().forEach(warning -> lines.add(warning.text()));
    return lines;
  }

  private static Sink into(List<Object> handedOn) {
    return new Sink() {
      @Override
      public void entity(Entity entity) {
        handedOn.add(entity);
      }

      @Override
      public void foreign(EntityLine.Foreign foreign) {
        handedOn.add(foreign);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"",
        "id,name\np-1,",
        "id,name\np-1,\"",
        "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>",
        "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL x='",
        "<CONSOLIDATED_LIST><INDIVIDUALS><!--",
        "1,\""
      })
  void read_refusesALineOfAHundredMegabytes(String beginning) {
    Source.Part part = part(() -> endless(beginning));
    assertThatThrownBy(() -> Holdings.check(source(part), PROVENANCE))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.code()).isIn(Code.TOO_LONG, Code.TOO_LARGE));
  }

  @Test
  void read_refusesBytesThatChangedInBetween() {
    AtomicInteger opened = new AtomicInteger();
    Source.Part part =
        part(() -> bytes("id,name\np-1,Ana Ejemplo " + (opened.incrementAndGet() > 3 ? "2" : "1")));
    assertThatThrownBy(() -> Holdings.read(source(part), PROVENANCE, entity -> {}))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.code()).isEqualTo(Code.CHANGED));
  }

  @Test
  void read_refusesASourceThatBreaksOff() {
    Source.Part part =
        part(() -> new SequenceInputStream(bytes("id,name\np-1,Ana"), new BrokenStream()));
    assertThatThrownBy(() -> Holdings.check(source(part), PROVENANCE))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.code()).isEqualTo(Code.UNREADABLE));
  }

  @Test
  void read_refusesAFolderOfSeveralOtherFiles() {
    Source source =
        source(
            FileParts.part("a.csv", utf8("id,name\n1,Ana Ejemplo\n")),
            FileParts.part("b.csv", utf8("id,name\n2,Luis Ejemplo\n")));
    assertRefused(source, Code.MIXED);
  }

  @Test
  void read_refusesTheSameOfacFileTwice() {
    assertRefused(
        source(FileParts.part("a", utf8(PARTY)), FileParts.part("b", utf8(PARTY))), Code.DOUBLED);
  }

  @Test
  void read_refusesAliasesAndAddressesWithoutParties() {
    assertRefused(
        source(FileParts.part("a", utf8(ALIASES)), FileParts.part("b", utf8(ADDRESSES))),
        Code.NO_PARTIES);
  }

  @Test
  void read_joinsOfacFilesWhateverTheirNames() throws Exception {
    List<Entity> entities = new ArrayList<>();
    ImportReport report =
        Holdings.read(
            source(
                FileParts.part("1", utf8(ADDRESSES)),
                FileParts.part("2", utf8(ALIASES)),
                FileParts.part("3", utf8(PARTY)),
                FileParts.part("readme", utf8("An invented list."))),
            PROVENANCE,
            entities::add);
    assertThat(entities).hasSize(1);
    Entity entity = entities.getFirst();
    assertThat(entity.values(Property.NAME)).containsExactly("Ana EJEMPLO");
    assertThat(entity.values(Property.ALIAS)).containsExactly("Anita EJEMPLO");
    assertThat(entity.values(Property.PREVIOUS_NAME)).containsExactly("Ana ANTES");
    assertThat(entity.values(Property.ADDRESS)).containsExactly("Calle 1, Leticia, Colombia");
    assertThat(report.warnings())
        .extracting(ImportWarning::text)
        .containsExactly(
            "readme: " + ImportWarning.Code.UNUSED_PART.words(),
            "2, line 3: " + ImportWarning.Code.ORPHAN.words());
  }

  @Test
  void read_namesTheListAsSourceOfEveryStatement() throws Exception {
    List<Entity> entities = new ArrayList<>();
    Holdings.read(source(FileParts.part("a", utf8(PARTY))), PROVENANCE, entities::add);
    assertThat(entities.getFirst().statements())
        .isNotEmpty()
        .allSatisfy(statement -> {
          assertThat(statement.source()).isEqualTo("OFAC Specially Designated Nationals List");
          assertThat(statement.kind()).isEqualTo(lat.enlace.model.StatementKind.ASSESSMENT);
          assertThat(statement.since()).isEqualTo(PROVENANCE.since());
        });
  }

  @Test
  void read_listsTheFirstWarningsAndCountsAll() throws Exception {
    StringBuilder csv = new StringBuilder("id,name,country\n");
    for (int i = 0; i < 50; i++) {
      csv.append("p-").append(i).append(",Ana Ejemplo,Atlantis\n");
    }
    ImportReport report = Holdings.check(FileParts.of(csv.toString()), PROVENANCE);
    assertThat(report.warnings()).hasSize(ImportReport.MAX_WARNINGS);
    assertThat(report.counts()).containsEntry(ImportWarning.Code.UNKNOWN_COUNTRY, 50L);
  }

  private static final String PARTY =
      "1,\"EJEMPLO, Ana\",\"individual\",\"X\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n";
  private static final String ALIASES =
      "1,11,\"aka\",\"EJEMPLO, Anita\",-0- \r\n1,12,\"fka\",\"ANTES, Ana\",-0- \r\n"
          + "9,13,\"aka\",\"NADIE\",-0- \r\n";
  private static final String ADDRESSES = "1,21,\"Calle 1\",\"Leticia\",\"Colombia\",-0- \r\n";

  private static void assertRefused(Source source, Code code) {
    assertThatThrownBy(() -> Holdings.check(source, PROVENANCE))
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Source source(Source.Part... parts) {
    return new FileParts(List.of(parts));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(utf8(text));
  }

  private static InputStream endless(String beginning) {
    return new SequenceInputStream(bytes(beginning), new SameLetter(HUGE));
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  private static Source.Part part(Opening opening) {
    return new Source.Part() {
      @Override
      public String name() {
        return "made";
      }

      @Override
      public InputStream open() throws IOException {
        return opening.open();
      }
    };
  }

  /// So many times the letter a.
  private static final class SameLetter extends InputStream {
    private long left;

    SameLetter(long left) {
      this.left = left;
    }

    @Override
    public int read() {
      left--;
      return left < 0 ? -1 : 'a';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(into, from, from + count, (byte) 'a');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }

  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      throw new IOException("the disk is gone");
    }
  }
}
