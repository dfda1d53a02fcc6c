// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {
  private static final List<Class<?>> CONTROLLERS =
      List.of(
          AccountsApi.class,
          ConsentsApi.class,
          AlertsApi.class,
          AlertDeskApi.class,
          AttachmentsApi.class,
          QuestionsApi.class,
          DeskApi.class,
          RecallsApi.class,
          PairRecordsApi.class,
          ReviewApi.class,
          InquiriesApi.class,
          WarningsApi.class,
          RequestsApi.class,
          RequestDeskApi.class,
          SpontaneousApi.class,
          InstrumentsApi.class,
          HoldingsApi.class,
          SealedApi.class,
          LedgerApi.class,
          MandatesApi.class);

  private final JsonNode contract = read();

  @Test
  void contract_namesExactlyTheAddressesOfTheCode() {
    Set<String> documented = new TreeSet<>();
    contract
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(verb -> documented.add(verb + " " + path.getKey())));
    Set<String> coded = new TreeSet<>();
    for (Class<?> controller : CONTROLLERS) {
      String base =
          Objects.requireNonNull(controller.getAnnotation(RequestMapping.class)).value()[0];
      for (Method method : controller.getDeclaredMethods()) {
        address(method).ifPresent(found -> coded.add(found.replaceFirst(" ", " " + base)));
      }
    }
    assertThat(documented).isEqualTo(coded);
  }

  @Test
  void contract_namesExactlyTheFieldsOfEachBody() {
    Set<Class<?>> bodies = new HashSet<>();
    for (Class<?> controller : CONTROLLERS) {
      for (Method method : controller.getDeclaredMethods()) {
        for (Parameter parameter : method.getParameters()) {
          if (parameter.isAnnotationPresent(RequestBody.class) && parameter.getType().isRecord()) {
            bodies.add(parameter.getType());
          }
        }
      }
      Stream.of(controller.getDeclaredClasses()).filter(Class::isRecord).forEach(bodies::add);
      for (Method method : controller.getDeclaredMethods()) {
        if (address(method).isPresent()) {
          recordsIn(method.getGenericReturnType(), bodies);
        }
      }
    }
    for (Class<?> body : List.copyOf(bodies)) {
      for (RecordComponent part : body.getRecordComponents()) {
        recordsIn(part.getGenericType(), bodies);
      }
    }
    assertThat(bodies).hasSizeGreaterThan(10);
    for (Class<?> body : bodies) {
      assertThat(fieldsInContract(body))
          .as("fields of %s", body.getName())
          .containsExactlyInAnyOrderElementsOf(fieldsInCode(body));
    }
  }

  /// Records of this package that `type` is made of, at any depth.
  private static void recordsIn(Type type, Set<Class<?>> found) {
    switch (type) {
      case ParameterizedType many ->
          Stream.of(many.getActualTypeArguments()).forEach(one -> recordsIn(one, found));
      case Class<?> one
          when one.isRecord()
              && one.getPackage().equals(ContractTest.class.getPackage())
              && found.add(one) -> {
        for (RecordComponent part : one.getRecordComponents()) {
          recordsIn(part.getGenericType(), found);
        }
      }
      default -> {
        // Text, numbers and what other packages define have no schema of their own.
      }
    }
  }

  private List<String> fieldsInCode(Class<?> body) {
    return Arrays.stream(body.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private List<String> fieldsInContract(Class<?> body) {
    Class<?> outer = body.getDeclaringClass();
    String name = (outer == null ? "" : outer.getSimpleName()) + body.getSimpleName();
    JsonNode schema = contract.at("/components/schemas/" + name + "/properties");
    return List.copyOf(schema.propertyNames());
  }

  private static java.util.Optional<String> address(Method method) {
    GetMapping get = method.getAnnotation(GetMapping.class);
    if (get != null) {
      return java.util.Optional.of("get " + first(get.value(), get.path()));
    }
    PostMapping post = method.getAnnotation(PostMapping.class);
    return post == null
        ? java.util.Optional.empty()
        : java.util.Optional.of("post " + first(post.value(), post.path()));
  }

  private static String first(String[] value, String[] path) {
    return value.length > 0 ? value[0] : path.length > 0 ? path[0] : "";
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(ContractTest.class.getResourceAsStream("openapi.json"))) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
