// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.demo.DemoState;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A newer text of the agreement with Ecuador is read, signed by both sides and adopted while both
/// nodes run.
@ExtendWith(FourStates.class)
class AdoptionTest {
  private static final String ACCORD = "co-ec-2026-cooperation";

  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void newerText_isSignedByBothAndAdopted(Look look, Ground ground)
      throws IOException, NoteException {
    int version = 2 + Look.everyOne().indexOf(look);
    try (Visitor ours = ground.visitor(DemoState.CO, DemoState.CO.authority(), look);
        Visitor theirs = ground.visitor(DemoState.EC, DemoState.EC.authority(), look)) {
      ours.go("adopt");
      ours.see("adopt");
      put(ours, newer(ground, version));
      ours.see("review");
      assertThat(ours.text("#changes")).contains("version");
      assertThat(ours.shows("#adopt")).isFalse();
      wrongPassphrase(ours);
      byte[] half = sealed(ours, DemoState.CO);
      put(theirs, half);
      byte[] whole = sealed(theirs, DemoState.EC);
      adopted(theirs, version);
      put(ours, whole);
      ours.see("review-complete");
      adopted(ours, version);
      ours.see("agreement-adopted");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void text_withMistakesIsReadBackByLine(Look look, Ground ground) {
    try (Visitor operator = ground.visitor(DemoState.CO, DemoState.CO.operator(), look)) {
      operator.go("adopt");
      put(
          operator,
          "format: enlace/instrument/1\nid: NOT AN ID\n".getBytes(StandardCharsets.UTF_8));
      assertThat(operator.shows("#findings")).isTrue();
      operator.see("adopt-findings");
      operator.fill("#node-record", "text", "not a record");
      operator.press("#node-record button");
      assertThat(operator.text("#problem")).isEqualTo(look.says("problem.nodeRecord"));
    }
  }

  private static byte[] newer(Ground ground, int version) throws IOException, NoteException {
    byte[] signed = Files.readAllBytes(ground.nodes().folder().resolve("co-ec.instrument"));
    String text = Note.parse(Bytes.copyOf(signed)).text();
    assertThat(text).contains("\nversion: 1\n");
    return text.replace("\nversion: 1\n", "\nversion: " + version + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void put(Visitor visitor, byte[] text) {
    visitor.go("adopt");
    visitor
        .page()
        .setInputFiles("#file", new FilePayload("text", "application/octet-stream", text));
    visitor.press("#put button");
  }

  private static void wrongPassphrase(Visitor visitor) {
    visitor.fill("#seal", "passphrase", "not the passphrase");
    visitor.press("#seal button");
    assertThat(visitor.text("#problem"))
        .isEqualTo(visitor.look().says("problem.signing.WRONG_PASSPHRASE"));
  }

  private static byte[] sealed(Visitor visitor, DemoState state) {
    visitor.fill("#seal", "passphrase", state.authority().password());
    visitor.press("#seal button");
    visitor.done();
    visitor.see("review-sealed-" + state.code());
    return visitor.file("#note");
  }

  private static void adopted(Visitor visitor, int version) {
    visitor.press("#adopt button");
    visitor.done();
    assertThat(visitor.page().url()).endsWith(ACCORD);
    assertThat(visitor.text(".lead")).contains(Integer.toString(version));
  }
}
