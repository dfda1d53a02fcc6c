// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import lat.enlace.demo.DemoState;
import lat.enlace.walk.FourStates.Ground;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A proof taken from the ledger page and checked by someone who is not logged in.
@ExtendWith(FourStates.class)
class ProofTest {
  static Stream<Look> looks() {
    return Look.tight();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void proof_holdsUntilOneByteIsChanged(Look look, Ground ground) {
    try (Visitor rights = ground.visitor(DemoState.CO, DemoState.CO.rights(), look);
        Visitor court = ground.visitor(DemoState.VE, look)) {
      rights.go("ledger");
      rights.see("ledger");
      byte[] proof = taken(rights, "proof");
      byte[] keys = taken(rights, "keys");
      byte[] opening = opened(rights, look);
      court.go("verify");
      court.see("verify");
      byFile(court, proof, opening, keys);
      assertThat(court.shows("#verdict.fine")).as(court.at("main").innerText()).isTrue();
      assertThat(court.text("#verdict")).contains("co.example/enlace");
      court.see("verify-true");
      byText(court, proof, opening, keys);
      assertThat(court.shows("#verdict.fine")).as(court.at("main").innerText()).isTrue();

      byte[] tampered = opening.clone();
      tampered[tampered.length - 1] ^= 1;
      byFile(court, proof, tampered, keys);
      assertThat(court.shows("#verdict.late")).isTrue();
      assertThat(court.text("#verdict")).contains(look.says("verify.code.ROOT_MISMATCH"));
      court.see("verify-false");

      byFile(court, proof, opening, firstLine(keys));
      assertThat(court.text("#verdict")).contains(look.says("verify.code.KEYS"));
    }
  }

  private static byte[] taken(Visitor rights, String part) {
    return rights.file("#entries tbody a[href$='/" + part + "']");
  }

  /// Opening an entry is a reading: it takes a case and a reason.
  private static byte[] opened(Visitor rights, Look look) {
    rights.press("#entries tbody a[href$='/opening']");
    rights.see("opening");
    rights.fill("case", look.caseOf("P"));
    rights.fill("reason", "para el tribunal inventado");
    return rights.sent("#opening");
  }

  private static void byFile(Visitor court, byte[] proof, byte[] opening, byte[] keys) {
    court.go("verify");
    court.page().setInputFiles("#proofFile", file("proof", proof));
    court.page().setInputFiles("#openingFile", file("opening", opening));
    court.page().setInputFiles("#keysFile", file("keys", keys));
    court.press("#verify button");
  }

  private static void byText(Visitor court, byte[] proof, byte[] opening, byte[] keys) {
    court.go("verify");
    court.fill("proof", new String(proof, StandardCharsets.UTF_8));
    court.fill("opening", Base64.getEncoder().encodeToString(opening));
    court.fill("keys", new String(keys, StandardCharsets.UTF_8));
    court.press("#verify button");
  }

  /// One signature line missing is a refusal.
  private static byte[] firstLine(byte[] keys) {
    String text = new String(keys, StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }
}
