// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FolderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final Folder folder = new Folder();

  @Test
  void find_forgetsAfterFifteenMinutes() {
    folder.put("a", "draft", NOW);
    assertThat(folder.find("a", String.class, NOW.plus(Folder.KEPT))).contains("draft");
    assertThat(folder.find("a", String.class, NOW.plus(Folder.KEPT).plusMillis(1))).isEmpty();
  }

  @Test
  void find_refusesAnotherSort() {
    folder.put("a", "draft", NOW);
    assertThat(folder.find("a", Integer.class, NOW)).isEmpty();
  }

  @Test
  void put_dropsTheEldestBeyondTheMost() {
    for (int i = 0; i <= Folder.MOST; i++) {
      folder.put("paper" + i, i, NOW);
    }
    assertThat(folder.find("paper0", Integer.class, NOW)).isEmpty();
    assertThat(folder.find("paper1", Integer.class, NOW)).contains(1);
  }

  @Test
  void led_tellsFreshFromUsedFromUnknown() {
    folder.issue("token");
    assertThat(folder.led("token")).contains("");
    folder.used("token", "redirect:/questions");
    assertThat(folder.led("token")).contains("redirect:/questions");
    assertThat(folder.led("other")).isEmpty();
  }
}
