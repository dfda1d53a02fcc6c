// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;

/// Finds every parser of untrusted input in the compiled code.
///
/// A parser is a public method of a public class, or in the node, whose classes keep to themselves,
/// any static method that is not private, which takes bytes, text or what wraps them and is
///
/// - named {@code of…}, {@code parse…}, {@code decode…}, {@code read…}, {@code open…}, {@code
///   load…}, {@code from…}, {@code check…}, {@code verify…} or {@code acceded} and declares one of
///   our own checked exceptions, or
/// - named {@code parse…}, {@code decode…}, {@code read…}, {@code from…} or {@code check…}, or
///   returns what may be absent, and declares none: it must then read whatever it is given.
///
/// What a body of the REST API is read with is one too ({@link RestBody}).
final class EntryPoints {
  private static final Pattern NAME =
      Pattern.compile("(of|parse|decode|read|open|load|from|check|verify|acceded)([A-Z0-9].*)?");
  private static final Pattern TOTAL =
      Pattern.compile("(parse|decode|read|from|check)([A-Z0-9].*)?");
  private static final String OURS = "lat.enlace.";
  private static final String NODE = OURS + "node.";

  /// What looks like a parser and is none, with the reason.
  static final Map<String, String> NO_PARSERS =
      Map.of(
          "exchange.item.Items.read",
          "a use case of an officer; its text is a reason, which is kept as it is",
          "exchange.peer.Peers.read",
          "VerifiedNodeRecord.verify under the keys that the node's own agreements name",
          "exchange.peer.Peers.verify",
          "the same",
          "node.wiring.OpenNode.open-DataFolder-Unlocker",
          "opens a node; each file in its folder has its own reader",
          "node.wiring.OpenNode.open-DataFolder-Unlocker-Clock",
          "the same",
          "node.wiring.OpenNode.open-DataFolder-Unlocker-Footing",
          "the same");

  private EntryPoints() {}

  static List<EntryPoint> all() {
    return found().stream().filter(entry -> !NO_PARSERS.containsKey(entry.id())).toList();
  }

  /// What looks like a parser, the exceptions included.
  static List<EntryPoint> found() {
    return Scanned.FOUND;
  }

  /// The one at an {@link EntryPoint#address}; looks at that class only.
  static EntryPoint at(String address) {
    String type = address.substring(0, address.indexOf('='));
    try {
      return in(Class.forName(type))
          .filter(entry -> entry.address().equals(address))
          .findFirst()
          .orElseThrow();
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  /// What the scan found; apart, so that a fuzzer, which is told, does not scan again.
  private static final class Scanned {
    static final List<EntryPoint> FOUND = find();
  }

  private static List<EntryPoint> find() {
    return Compiled.TYPES.stream()
        .map(JavaClass::reflect)
        .flatMap(EntryPoints::in)
        .sorted(Comparator.comparing(EntryPoint::id))
        .toList();
  }

  private static Stream<EntryPoint> in(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .filter(method -> RestBody.is(method) || (isOpen(method) && isParser(method)))
        .collect(Collectors.groupingBy(Method::getName))
        .values()
        .stream()
        .flatMap(named -> named.stream().map(method -> new EntryPoint(method, named.size() > 1)));
  }

  private static boolean isOpen(Method method) {
    Class<?> type = method.getDeclaringClass();
    int modifiers = method.getModifiers();
    if (type.getName().startsWith(NODE)) {
      return Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers);
    }
    return Modifier.isPublic(modifiers) && Modifier.isPublic(type.getModifiers());
  }

  private static boolean isParser(Method method) {
    List<Class<?>> taken = List.of(method.getParameterTypes());
    if (!NAME.matcher(method.getName()).matches()
        || isPort(method)
        || taken.stream().noneMatch(Inputs::isRaw)) {
      return false;
    }
    if (method.getExceptionTypes().length > 0) {
      return Arrays.stream(method.getExceptionTypes())
          .anyMatch(type -> type.getName().startsWith(OURS));
    }
    boolean reads =
        TOTAL.matcher(method.getName()).matches() || method.getReturnType() == Optional.class;
    return reads && (Inputs.isRaw(taken.getFirst()) || taken.contains(Bytes.class));
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
}
