// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds every parser of untrusted input in the compiled libraries.
///
/// A parser is a public method of a public class, named {@code of…}, {@code parse…}, {@code
/// decode…}, {@code read…}, {@code open…}, {@code load…} or {@code from…}, that takes bytes or text
/// and declares one of our own checked exceptions.
final class EntryPoints {
  private static final Pattern NAME =
      Pattern.compile("(of|parse|decode|read|open|load|from)([A-Z0-9].*)?");
  private static final String OURS = "lat.enlace.";

  private static final List<EntryPoint> ALL = find();

  private EntryPoints() {}

  static List<EntryPoint> all() {
    return ALL;
  }

  private static List<EntryPoint> find() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS.substring(0, OURS.length() - 1))
            .stream()
            .filter(EntryPoints::isPublic)
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> NAME.matcher(method.getName()).matches())
            .map(JavaMethod::reflect)
            .filter(method -> !method.isSynthetic())
            .filter(method -> !isPort(method))
            .filter(method -> Arrays.stream(method.getParameterTypes()).anyMatch(Inputs::isRaw))
            .filter(method ->
                Arrays.stream(method.getExceptionTypes())
                    .anyMatch(type -> type.getName().startsWith(OURS)))
            .map(EntryPoint::new)
            .sorted(Comparator.comparing(EntryPoint::id))
            .toList();
  }

  static EntryPoint named(String id) {
    return ALL.stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }

  /// Ports and what implements them read by name, not by content.
  private static boolean isPort(Method method) {
    return Modifier.isAbstract(method.getModifiers())
        || Arrays.stream(method.getDeclaringClass().getInterfaces())
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .anyMatch(declared ->
                Modifier.isAbstract(declared.getModifiers())
                    && declared.getName().equals(method.getName())
                    && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }
}
