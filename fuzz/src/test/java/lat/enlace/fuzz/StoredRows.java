// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every record that the core stores, by its simple name: the first line of an input chooses one.
final class StoredRows {
  /// Tells a fuzzer what the scan found.
  static final String PROPERTY = "enlace.fuzz.rows";

  private static final Pattern ROW =
      Pattern.compile(
          "lat\\.enlace\\.exchange\\.(.*\\.)?"
              + "([A-Z][A-Za-z]*Row|Pending|Rows\\$[A-Za-z]+|Quotas\\$Count)");
  private static final Map<String, Class<?>> ALL =
      types(System.getProperty(PROPERTY))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private StoredRows() {}

  static Object[] arguments(byte[] data) {
    Named stored = Named.of(data, ALL.keySet());
    return new Object[] {stored.rest(), ALL.get(stored.name())};
  }

  /// Their names, for {@link #PROPERTY}.
  static String told() {
    return ALL.values().stream().map(Class::getName).collect(Collectors.joining(","));
  }

  private static Stream<Class<?>> types(@Nullable String told) {
    if (told != null) {
      return Stream.of(told.split(",")).map(StoredRows::named);
    }
    return Compiled.TYPES.stream()
        .filter(type -> type.isRecord() && ROW.matcher(type.getName()).matches())
        .map(JavaClass::reflect);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
