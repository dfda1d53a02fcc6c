// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every textual identifier takes its own form, refuses every other and never repeats what it
/// refused.
class IdentifierFormsTest {
  private record Form(
      String name,
      Function<String, Object> parse,
      int maxLength,
      List<String> good,
      List<String> bad) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "StateCode", StateCode::new, 2, List.of("CO", "GF"), List.of("co", "C", "COL", "C0")),
          new Form("Country", Country::new, 4, List.of("co", "suhh"), List.of("CO", "col", "c1")),
          new Form(
              "AgencyId",
              AgencyId::new,
              64,
              List.of("co-policia", "ve-fiscalia-2"),
              List.of("policia", "CO-policia", "co-", "co--x", "col-policia")),
          new Form(
              "UnitId",
              UnitId::new,
              64,
              List.of("dijin", "unidad-2"),
              List.of("-a", "a-", "Unidad", "a b")),
          new Form(
              "OfficerId",
              OfficerId::new,
              64,
              List.of("a.ejemplo", "7"),
              List.of(".a", "A", "a/b", "a@b")),
          new Form(
              "OfficerPseudonym",
              OfficerPseudonym::new,
              64,
              List.of("abcdefghijklmnop", "A_-4567890123456"),
              List.of("short", "with blank 123456", "abcdefghijklmno=")),
          new Form(
              "CaseReference",
              CaseReference::new,
              64,
              List.of("CO-2026/0001", "7.A_b".toUpperCase(java.util.Locale.ROOT)),
              List.of("co-1", "/A", "A B", "Ñ1")),
          new Form(
              "NodeId",
              NodeId::new,
              128,
              List.of("co.localhost", "enlace.example.co/log-1"),
              List.of("CO", ".co", "co.", "co//x", "co localhost")),
          new Form(
              "InstrumentId",
              InstrumentId::new,
              80,
              List.of("co-ve-2026"),
              List.of("co_ve", "-a", "a-", "A")),
          new Form(
              "ClauseId",
              ClauseId::new,
              40,
              List.of("art-4.2", "7"),
              List.of(".4", "4.", "Art", "4..2")),
          new Form(
              "ArticleRef",
              ArticleRef::new,
              80,
              List.of("CO:CP 376", "BR:Lei 11.343/2006 art. 33 §1"),
              List.of("CP 376", "co:CP", "CO:", "CO: 376")),
          new Form(
              "OffenceCode",
              OffenceCode::new,
              6,
              List.of("06", "060132"),
              List.of("6", "0601a", "06.01")),
          new Form(
              "EntityId",
              EntityId::new,
              128,
              List.of("p-1", "Q42", "a:b_c.d"),
              List.of("-p", "p 1", "ñ", "p/1")),
          new Form("ItemId", ItemId::new, 128, List.of("i-1"), List.of("-i", "i 1", "i/1")));

  @TestFactory
  Stream<DynamicTest> forms() {
    return FORMS.stream().flatMap(IdentifierFormsTest::tests);
  }

  private static Stream<DynamicTest> tests(Form form) {
    Stream<DynamicTest> good =
        form.good().stream()
            .map(text ->
                DynamicTest.dynamicTest(
                    form.name() + "_takes_" + text,
                    () -> {
                      Object id = form.parse().apply(text);
                      assertThat(id).hasToString(text).isEqualTo(form.parse().apply(text));
                    }));
    Stream<String> bad =
        Stream.concat(
            form.bad().stream(), Stream.of("", " ", "\n", "a\n", "x".repeat(form.maxLength() + 1)));
    return Stream.concat(
        good,
        bad.map(text ->
            DynamicTest.dynamicTest(
                form.name() + "_rejects_" + text.strip(), () -> assertRejected(form, text))));
  }

  private static void assertRejected(Form form, String text) {
    assertThatThrownBy(() -> form.parse().apply(text))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> {
          if (text.length() > 3) {
            assertThat(e.getMessage()).doesNotContain(text);
          }
        });
  }
}
