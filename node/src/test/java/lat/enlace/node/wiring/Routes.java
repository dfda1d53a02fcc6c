// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every address at which a running node does something, read from the node itself.
final class Routes {
  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)(?::([a-z|]+))?}");

  private Routes() {}

  /// An address with its method; places of identifiers stay open.
  record Route(String method, String path) implements Comparable<Route> {
    boolean isApi() {
      return path.startsWith("/api/");
    }

    /// The path with a well-formed identifier of nothing in each place.
    String somewhere() {
      String filled =
          path.replace("{index}", "0").replace("{state}", "AQ").replaceAll("\\{[a-z]+}", ID);
      String query = path.equals("/api/v1/holdings/claims") ? "?list=sample" : "";
      return filled.replace("**", "nothing") + query;
    }

    @Override
    public int compareTo(Route other) {
      return Comparator.comparing(Route::path).thenComparing(Route::method).compare(this, other);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// All of them, and the log-in and log-out, which filters serve.
  static Set<Route> of(RunningNode node) {
    Set<Route> routes = new TreeSet<>();
    for (RequestMappingInfoHandlerMapping mapping :
        node.faces().getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
      mapping.getHandlerMethods().keySet().forEach(info -> add(routes, info));
    }
    for (AbstractUrlHandlerMapping mapping :
        node.faces().getBeansOfType(AbstractUrlHandlerMapping.class).values()) {
      mapping.getHandlerMap().keySet().forEach(path -> routes.add(new Route("GET", path)));
    }
    routes.add(new Route("POST", "/login"));
    routes.add(new Route("POST", "/logout"));
    return routes;
  }

  private static void add(Set<Route> routes, RequestMappingInfo info) {
    for (String path : info.getPatternValues()) {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String each : alternatives(path)) {
        if (methods.isEmpty()) {
          routes.add(new Route("GET", each));
        }
        methods.forEach(method -> routes.add(new Route(method.name(), each)));
      }
    }
  }

  private static List<String> alternatives(String path) {
    Matcher place = PLACE.matcher(path);
    while (place.find()) {
      String choices = place.group(2);
      if (choices != null) {
        String open = place.group();
        return List.of(choices.split("\\|")).stream()
            .map(choice -> path.replace(open, choice))
            .toList();
      }
    }
    return List.of(path);
  }

  /// A body that is well-formed for each address that needs one: {@code vectors/node/bodies.json}.
  static JsonNode bodies() throws IOException {
    String root = Objects.requireNonNull(System.getProperty("enlace.root"));
    return JsonMapper.shared()
        .readTree(Files.readString(Path.of(root, "vectors", "node", "bodies.json")));
  }
}
