// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/// Is this proof true? Open to everyone; keeps nothing of what was given, not even until the next
/// page.
@Controller
class VerifyPage {
  private static final int MOST_BYTES = 1 << 20;

  private final ProofCheck check = new ProofCheck();

  @GetMapping("/verify")
  String form() {
    return "verify";
  }

  @PostMapping("/verify")
  String verify(
      @RequestPart(required = false) Optional<MultipartFile> proofFile,
      @RequestPart(required = false) Optional<MultipartFile> openingFile,
      @RequestPart(required = false) Optional<MultipartFile> keysFile,
      @RequestParam(defaultValue = "") String proof,
      @RequestParam(defaultValue = "") String opening,
      @RequestParam(defaultValue = "") String keys,
      Model answer)
      throws IOException {
    if (Stream.of(proofFile, openingFile, keysFile).anyMatch(VerifyPage::isTooLarge)) {
      answer.addAttribute("problem", "problem.proofTooLarge");
      return "verify";
    }
    try {
      answer.addAttribute(
          "verdict",
          check.check(
              given(proofFile, Bytes.utf8(unix(proof))),
              given(openingFile, Bytes.fromBase64(opening.strip())),
              given(keysFile, Bytes.utf8(unix(keys)))));
    } catch (MalformedBytesException e) {
      answer.addAttribute("problem", "problem.base64");
    }
    return "verify";
  }

  private static boolean isTooLarge(Optional<MultipartFile> file) {
    return file.filter(one -> one.getSize() > MOST_BYTES).isPresent();
  }

  private static Bytes given(Optional<MultipartFile> file, Bytes typed) throws IOException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return typed;
    }
    return Bytes.copyOf(file.get().getBytes());
  }

  /// Text fields of forms end their lines with CR LF; proofs end theirs with LF, the last one too.
  private static String unix(String text) {
    String lines = text.replace("\r\n", "\n");
    return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
  }
}
