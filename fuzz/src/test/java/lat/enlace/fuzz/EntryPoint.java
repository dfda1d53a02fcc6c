// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A public method that takes untrusted input and refuses it by a checked exception.
record EntryPoint(Method method) {
  private static final String ROOT = "lat.enlace.";

  /// For instance {@code wire.batch.Batch.parse}: names the corpus folder too.
  String id() {
    String owner = method.getDeclaringClass().getName().replace('$', '.');
    return owner.substring(ROOT.length()) + "." + method.getName();
  }

  /// Feeds it one input. A refusal it declares is what it is there for; anything else it throws is
  /// a finding.
  ///
  /// @return what was read, or null if it was refused
  @Nullable Object feed(byte[] data) throws Throwable {
    try {
      return call(data);
    } catch (Throwable thrown) {
      if (Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(thrown))) {
        return null;
      }
      throw thrown;
    }
  }

  private @Nullable Object call(byte[] data) throws Throwable {
    var adapter = Adapters.ALL.get(id());
    if (adapter != null) {
      return adapter.feed(data);
    }
    try {
      return method.invoke(null, Inputs.as(method.getParameterTypes()[0], data));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /// True if a fuzzer can call it: alone on one raw input, or through an adapter.
  boolean isReachable() {
    return Adapters.ALL.containsKey(id())
        || (Modifier.isStatic(method.getModifiers())
            && method.getParameterCount() == 1
            && !Inputs.needsAdapter(method.getParameterTypes()[0]));
  }
}
