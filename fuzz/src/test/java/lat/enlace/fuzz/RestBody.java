// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Identity;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A body of the REST API as a node reads it: JSON into the record that the API takes, then the
/// record into what the core knows, by a method {@code to…} that declares a refusal. The node's
/// mapper is Jackson's own, configured by nobody.
final class RestBody {
  private static final String API = "lat.enlace.node.api.";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<Class<?>, Object> OWN =
      Map.of(
          Instant.class,
          Instant.EPOCH,
          Identity.class,
          new Identity(new NodeId("co.example/enlace"), new StateCode("CO")));

  private RestBody() {}

  static boolean is(Method method) {
    Class<?> type = method.getDeclaringClass();
    return type.isRecord()
        && type.getName().startsWith(API)
        && !Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && method.getName().startsWith("to")
        && method.getExceptionTypes().length > 0;
  }

  /// True if it takes nothing but what the body holds and {@link #OWN}.
  static boolean isReachable(Method method) {
    return OWN.keySet().containsAll(List.of(method.getParameterTypes()));
  }

  static @Nullable Object feed(Method method, byte[] data) throws Throwable {
    Object body = body(method.getDeclaringClass(), data);
    if (body == null) {
      return null;
    }
    try {
      return method.invoke(body, given(method));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /// What stands in the JSON; null if it is none, or none of this form, which is answered with 400.
  private static @Nullable Object body(Class<?> type, byte[] data) {
    try {
      return JSON.readValue(data, type);
    } catch (JacksonException e) {
      return null;
    }
  }

  /// What the node adds of its own: when it is stated, and whose node it is.
  private static Object[] given(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(OWN::get).toArray();
  }
}
