// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lat.enlace.demo.DemoPorts;
import lat.enlace.demo.DemoState;
import lat.enlace.demo.Nodes;
import lat.enlace.demo.StepFailedException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts the four states once for all walks, and a browser to walk with; closes both at the end.
final class FourStates implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace PLACE =
      ExtensionContext.Namespace.create(FourStates.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(
        Look.full(), "LEFT OUT: the walk through the pages is part of ./enlace test --full");
    context
        .getRoot()
        .getStore(PLACE)
        .computeIfAbsent(
            Ground.class,
            wanted ->
                Ground.open(
                    Chromium.find()
                        .orElseThrow(() ->
                            new IllegalStateException(
                                "the walk needs a Chromium, and there is none on the path or in"
                                    + " ENLACE_CHROMIUM; install it, for instance with: apt-get"
                                    + " install chromium"))),
            Ground.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Ground.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(
        context.getRoot().getStore(PLACE).get(Ground.class, Ground.class), "beforeAll opens it");
  }

  /// The running nodes and the browser.
  record Ground(Nodes nodes, DemoPorts ports, Playwright playwright, Browser browser, Audit audit)
      implements AutoCloseable {
    static Ground open(Path chromium) {
      try {
        Path root = Path.of(System.getProperty("enlace.root", "..")).toAbsolutePath();
        DemoPorts ports = DemoPorts.free();
        Path folder = Files.createTempDirectory("enlace-walk");
        Nodes nodes = Nodes.start(root, folder, ports, progress -> {});
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox")));
        return new Ground(nodes, ports, playwright, browser, Audit.open(browser));
      } catch (IOException | InterruptedException | StepFailedException e) {
        throw new IllegalStateException("the four states did not start", e);
      }
    }

    /// An officer in front of a browser of his own; scripts are switched off, as the pages promise
    /// to do without.
    Visitor visitor(DemoState state, Look look) {
      return new Visitor(this, state, look, false);
    }

    /// An officer whose browser runs scripts, as most do.
    Visitor scripted(DemoState state, Look look) {
      return new Visitor(this, state, look, true);
    }

    /// The same, logged in.
    Visitor visitor(DemoState state, DemoState.Account account, Look look) {
      Visitor visitor = visitor(state, look);
      visitor.enter(account);
      return visitor;
    }

    @Override
    public void close() throws IOException {
      audit.close();
      browser.close();
      playwright.close();
      nodes.close();
      try (Stream<Path> inside = Files.walk(nodes.folder())) {
        for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
