// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lat.enlace.gateway.GatewayException;
import lat.enlace.matching.Comparison;
import lat.enlace.matching.Explanations;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// {@code enlace compare}: scores pairs of names, with dates and countries where known.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Score pairs: the same CSV with score, match and explanation added.")
public final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with columns schema,name1,name2 and optional birthDate1,birthDate2,country1,country2.")
  private Path pairs = Path.of("");

  @Option(
      names = "--language",
      paramLabel = Tongue.CODES,
      description = "Language of the explanation (default: en).")
  private String language = "en";

  private final Matcher matcher = new Algo1();

  @Override
  public Integer call() throws IOException, GatewayException {
    Explanations words = Tongue.words(language, spec);
    RowFile file = RowFile.of(pairs, List.of("schema", "name1", "name2"), spec);
    return file.deliver(
        List.of("score", "match", "explanation"), (row, columns) -> scored(row, columns, words));
  }

  private List<String> scored(List<String> row, Columns columns, Explanations words) {
    Schema schema = schema(columns.cell(row, "schema"));
    Comparison comparison =
        matcher.compare(probe(schema, row, columns, "1"), probe(schema, row, columns, "2"));
    return List.of(
        comparison.score().text(),
        Boolean.toString(comparison.match()),
        words.render(comparison.features()));
  }

  private static Probe probe(Schema schema, List<String> row, Columns columns, String side) {
    List<Probe.Field> fields = new ArrayList<>();
    add(fields, Property.NAME, columns.cell(row, "name" + side));
    add(fields, Property.BIRTH_DATE, columns.cell(row, "birthDate" + side));
    add(fields, Property.COUNTRY, columns.cell(row, "country" + side));
    return new Probe(schema, fields);
  }

  private static void add(List<Probe.Field> fields, Property property, String value) {
    if (!value.isEmpty()) {
      fields.add(new Probe.Field(property, value));
    }
  }

  // Names of FollowTheMoney schemas, and what lists call them.
  private static Schema schema(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    return switch (name) {
      case "individual", "natural person" -> Schema.PERSON;
      case "entity", "organisation" -> Schema.ORGANIZATION;
      case "aircraft" -> Schema.AIRPLANE;
      default ->
          Arrays.stream(Schema.values())
              .filter(schema -> schema.code().toLowerCase(Locale.ROOT).equals(name))
              .findFirst()
              .orElse(Schema.LEGAL_ENTITY);
    };
  }
}
