// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchKind;
import lat.enlace.node.api.ApiFace;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every kind of dispatch of the closed set has a schema that ships, a state machine, an address in
/// the API, a page and a fuzz seed, where docs/spec/kinds.md says.
class KindsTest {
  private static final Path ROOT = Path.of(System.getProperty("enlace.root"));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("lat.enlace");
  private static final List<List<String>> ROWS = rows();
  private static final Set<String> PAGES = addresses("lat.enlace.workbench");
  private static final Set<String> API = addresses("lat.enlace.node.api");
  private static final String CONTRACT = resource(ApiFace.class, "openapi.json");

  /// @param machines names of the types whose states it moves
  private record Home(List<String> machines, String api, String page) {}

  @ParameterizedTest
  @EnumSource
  void kind_hasASchemaThatShips(DispatchKind kind) {
    assertThat(ROOT.resolve("docs/spec/schema/" + kind.code() + ".json")).isRegularFile();
    assertThat(resource(DispatchCodec.class, "/lat/enlace/wire/schema/" + kind.code() + ".json"))
        .contains("/" + kind.code() + ".json");
  }

  @ParameterizedTest
  @EnumSource
  void kind_hasAStateMachine(DispatchKind kind) throws Exception {
    List<String> machines = home(kind).machines();
    assertThat(machines).isNotEmpty();
    for (String machine : machines) {
      List<List<String>> moves =
          ROWS.stream()
              .filter(row -> row.size() == 3 && quoted(row.get(0)).contains(machine))
              .toList();
      Set<String> states = states(type(machine));
      assertThat(moves)
          .as("states of %s", machine)
          .extracting(row -> quoted(row.get(1)).getFirst())
          .containsExactlyInAnyOrderElementsOf(states);
      assertThat(moves).allSatisfy(row -> assertThat(states).containsAll(quoted(row.get(2))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void kind_hasAnAddressInTheApi(DispatchKind kind) {
    String address = home(kind).api();
    assertThat(API).contains(address);
    assertThat(CONTRACT).contains("\"" + address.substring(address.indexOf('/')) + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void kind_hasAPage(DispatchKind kind) {
    assertThat(PAGES).contains(home(kind).page());
  }

  @ParameterizedTest
  @EnumSource
  void kind_hasAFuzzSeed(DispatchKind kind) throws Exception {
    Path samples = ROOT.resolve("vectors/wire/dispatch/accepted");
    try (Stream<Path> files = Files.list(samples)) {
      assertThat(files.filter(file -> kindOf(file) == kind)).isNotEmpty();
    }
    // The fuzzer of dispatches begins with these samples.
    assertThat(Files.readString(ROOT.resolve("fuzz/src/test/java/lat/enlace/fuzz/Corpus.java")))
        .contains("\"wire.dispatch.DispatchCodec.decode\", \"vectors/wire/dispatch\"");
  }

  private static DispatchKind kindOf(Path file) {
    try {
      return DispatchCodec.decode(Bytes.copyOf(Files.readAllBytes(file))).header().kind();
    } catch (IOException | WireException e) {
      throw new AssertionError("an accepted sample is no dispatch: " + file, e);
    }
  }

  private static Home home(DispatchKind kind) {
    List<String> row =
        ROWS.stream()
            .filter(cells -> cells.size() == 4 && quoted(cells.get(0)).contains(kind.code()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("kinds.md does not say where it lives"));
    return new Home(
        quoted(row.get(1)), quoted(row.get(2)).getFirst(), quoted(row.get(3)).getFirst());
  }

  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(ROOT.resolve("docs/spec/kinds.md")).stream()
          .filter(line -> line.startsWith("| `"))
          .map(line -> List.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> quoted(String cell) {
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(cell);
    return matcher.results().map(one -> one.group(1)).toList();
  }

  /// The one type of that name, of an outer type of that name, in production code.
  private static Class<?> type(String name) throws ClassNotFoundException {
    String ending = "." + name.replace('.', '$');
    List<String> found =
        CLASSES.stream().map(one -> one.getName()).filter(one -> one.endsWith(ending)).toList();
    assertThat(found).as(name).hasSize(1);
    return Class.forName(found.getFirst());
  }

  private static Set<String> states(Class<?> machine) {
    if (machine.isSealed()) {
      return Stream.of(machine.getPermittedSubclasses())
          .map(one -> one.getSimpleName().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
    }
    return Stream.of(Objects.requireNonNull(machine.getEnumConstants(), "a closed set of states"))
        .map(state -> ((Coded) state).code())
        .collect(Collectors.toSet());
  }

  private static Set<String> addresses(String packages) {
    Set<String> all = new TreeSet<>();
    CLASSES.stream()
        .filter(one -> one.getPackageName().startsWith(packages))
        .map(one -> one.reflect())
        .forEach(controller -> {
          RequestMapping mapping = controller.getAnnotation(RequestMapping.class);
          String base = mapping == null ? "" : first(mapping.value(), mapping.path());
          for (Method method : controller.getDeclaredMethods()) {
            add(
                all,
                "GET " + base,
                method,
                GetMapping.class,
                one -> first(one.value(), one.path()));
            add(
                all,
                "POST " + base,
                method,
                PostMapping.class,
                one -> first(one.value(), one.path()));
          }
        });
    return all;
  }

  private static <A extends Annotation> void add(
      Set<String> all, String base, Method method, Class<A> verb, Function<A, String> path) {
    A found = method.getAnnotation(verb);
    if (found != null) {
      all.add(base + path.apply(found));
    }
  }

  private static String first(String[] value, String[] path) {
    return value.length > 0 ? value[0] : path.length > 0 ? path[0] : "";
  }

  private static String resource(Class<?> near, String name) {
    try (InputStream in = Objects.requireNonNull(near.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
