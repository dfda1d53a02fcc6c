// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings that are misspelt or malformed, each refused by its name.
class SettingsFileTest {
  private static final String LEAST =
      """
      origin = co.example/enlace
      state = CO
      language = es
      zone = UTC
      web.host = localhost
      web.port = 8080
      peer.host = localhost
      peer.port = 8443
      unlock = console
      """;

  @TempDir private Path folder;

  @Test
  void read_takesTheLeastAndTheSwitches() throws Exception {
    assertThat(read("").web().https()).isFalse();
    assertThat(read("sample = true\nweb.https = true").face().sample()).isTrue();
    assertThat(read("web.https = true").web().url()).isEqualTo("https://localhost");
  }

  @Test
  void read_refusesASwitchThatIsNeitherTrueNorFalse() {
    assertRefused(ConfigException.Code.VALUE, "sample", "sample = yes");
    assertRefused(ConfigException.Code.VALUE, "web.https", "web.https = TRUE ish");
    assertRefused(ConfigException.Code.VALUE, "web.https", "web.https =");
  }

  @Test
  void read_refusesADatabaseThatIsMisspelt() {
    assertRefused(
        ConfigException.Code.UNKNOWN,
        "database.ulr",
        "database.ulr = jdbc:postgresql://db.example/enlace");
    assertRefused(ConfigException.Code.UNKNOWN, "database.user", "database.user = enlace");
    assertRefused(ConfigException.Code.VALUE, "database.url", "database.url = jdbc:h2:mem");
  }

  private NodeSettings read(String more) throws ConfigException, IOException {
    DataFolder data = new DataFolder(folder);
    Files.writeString(data.settings(), LEAST + more + "\n");
    return SettingsFile.read(data);
  }

  private void assertRefused(ConfigException.Code code, String name, String more) {
    assertThatThrownBy(() -> read(more))
        .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(name);
  }
}
