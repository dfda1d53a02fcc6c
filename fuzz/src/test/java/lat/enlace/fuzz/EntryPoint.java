// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A method that reads untrusted input.
///
/// @param overloaded true if its class has another parser of that name
record EntryPoint(Method method, boolean overloaded) {
  private static final String ROOT = "lat.enlace.";

  EntryPoint {
    method.setAccessible(true);
  }

  /// For instance {@code wire.batch.Batch.parse}: names the corpus folder too. Of several of one
  /// name each has its types in it.
  String id() {
    String owner = method.getDeclaringClass().getName().replace('$', '.');
    String types =
        Arrays.stream(method.getParameterTypes())
            .map(type -> "-" + type.getSimpleName())
            .collect(Collectors.joining());
    return owner.substring(ROOT.length()) + "." + method.getName() + (overloaded ? types : "");
  }

  /// What finds it again without a scan: class and id.
  String address() {
    return method.getDeclaringClass().getName() + "=" + id();
  }

  /// Feeds it one input. A refusal it declares is what it is there for; anything else it throws is
  /// a finding.
  ///
  /// @return what was read, or null if it was refused
  @Nullable Object feed(byte[] data) throws Throwable {
    try {
      return call(data);
    } catch (Throwable thrown) {
      if (refusals().anyMatch(type -> type.isInstance(thrown))) {
        return null;
      }
      throw thrown;
    }
  }

  private Stream<Class<?>> refusals() {
    return Stream.concat(
        Arrays.stream(method.getExceptionTypes()), Stream.ofNullable(Adapters.REFUSALS.get(id())));
  }

  private @Nullable Object call(byte[] data) throws Throwable {
    if (RestBody.is(method)) {
      return RestBody.feed(method, data);
    }
    var adapter = Adapters.ALL.get(id());
    if (adapter != null) {
      return adapter.feed(data);
    }
    var arguments = Adapters.ARGUMENTS.get(id());
    Object[] given =
        arguments == null
            ? new Object[] {Inputs.as(method.getParameterTypes()[0], data)}
            : arguments.of(data);
    try {
      return method.invoke(null, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /// True if a fuzzer can call it: alone on one raw input, or through an adapter.
  boolean isReachable() {
    if (RestBody.is(method)) {
      return RestBody.isReachable(method);
    }
    return Adapters.ALL.containsKey(id())
        || Adapters.ARGUMENTS.containsKey(id())
        || (Modifier.isStatic(method.getModifiers())
            && method.getParameterCount() == 1
            && Inputs.isPlain(method.getParameterTypes()[0]));
  }
}
