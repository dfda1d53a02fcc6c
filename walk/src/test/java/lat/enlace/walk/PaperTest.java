// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The agreement on paper: its articles and rules, and nothing that only works on a screen.
@ExtendWith(FourStates.class)
class PaperTest {
  /// An A4 sheet less its margins, in CSS pixels.
  private static final int SHEET = 718;

  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void agreement_isPrintedAsArticles(Look look, Ground ground) {
    try (Visitor counsel = ground.visitor(DemoState.CO, DemoState.CO.authority(), look)) {
      counsel.go("agreements/co-ve-2026-cooperation");
      int articles = counsel.at(".article").count();
      Page page = counsel.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.setViewportSize(SHEET, look.height());
      assertThat(articles).isGreaterThan(3);
      assertThat(counsel.at(".article").all()).hasSize(articles).allMatch(Locator::isVisible);
      assertThat(counsel.at(".article .rule").all()).isNotEmpty().allMatch(Locator::isVisible);
      assertThat(counsel.at("button, input, textarea, select, .ways, .languages, .skip").all())
          .isNotEmpty()
          .noneMatch(Locator::isVisible);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(SHEET);
      byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4"));
      assertThat(new String(Arrays.copyOf(printed, 5), StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
    }
  }
}
