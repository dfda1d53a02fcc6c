// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import java.io.IOException;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.Role;
import lat.enlace.note.Note;
import lat.enlace.note.NoteBounds;
import lat.enlace.workbench.Seals;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Putting in a text, reading it beside the one in force, signing it for this state, adopting it
/// once every party has signed; and a partner's node record. The text lies in the session only.
@Controller
class ProposalPage {
  private static final String START = "redirect:/adopt";

  private final Desk desk;
  private final Forms forms;
  private final Signing signing;
  private final Seals seals;
  private final Reviews reviews;

  ProposalPage(Desk desk, Forms forms, Signing signing, Seals seals, Reviews reviews) {
    this.desk = desk;
    this.forms = forms;
    this.signing = signing;
    this.seals = seals;
    this.reviews = reviews;
  }

  /// What was put in, as kept while it is read.
  private record Paper(Bytes text) {}

  @GetMapping("/adopt")
  String start() throws ExchangeException {
    mayAdopt();
    return "adopt";
  }

  @PostMapping("/adopt")
  String put(
      @RequestPart(required = false) Optional<MultipartFile> file,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next)
      throws ExchangeException {
    mayAdopt();
    Bytes given = given(file, text);
    if (given.isEmpty() || given.size() > NoteBounds.MAX_NOTE_BYTES) {
      next.addFlashAttribute("problem", "problem.agreementFile");
      return START;
    }
    try {
      desk.run((exchange, officer) -> read(given, exchange.standings()));
      return START + "/" + forms.keep(new Paper(given));
    } catch (ExchangeException e) {
      if (!(e.getCause() instanceof InstrumentException wrong)) {
        throw e;
      }
      next.addFlashAttribute("problem", "InstrumentException.Code." + wrong.code());
      next.addFlashAttribute("findings", wrong.problems().stream().limit(Reviews.MOST).toList());
      return START;
    }
  }

  @GetMapping("/adopt/{name}")
  String review(@PathVariable String name, Model model) throws ExchangeException {
    Officer by = mayAdopt();
    Paper paper = paper(name);
    model.addAttribute("name", name);
    model.addAttribute(
        "review",
        desk.run((exchange, officer) ->
            reviews.of(read(paper.text(), exchange.standings()), exchange.standings())));
    model.addAttribute("maySign", by.has(Role.AUTHORITY) && seals.held());
    return "review";
  }

  @GetMapping("/adopt/{name}/file")
  ResponseEntity<byte[]> file(@PathVariable String name) throws ExchangeException {
    mayAdopt();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("agreement.instrument").build().toString())
        .body(paper(name).text().toArray());
  }

  /// The authority signs the exact text with his own key first: that opens the state's root keys.
  @PostMapping("/adopt/{name}/sign")
  String sign(
      @PathVariable String name,
      @RequestParam String once,
      @RequestParam(defaultValue = "") String passphrase,
      RedirectAttributes next)
      throws ExchangeException {
    Officer by = mayAdopt();
    Paper paper = paper(name);
    String here = START + "/" + name;
    return forms.once(
        once,
        () -> {
          Note note =
              desk.run((exchange, officer) -> read(paper.text(), exchange.standings()).note());
          try {
            signing.sign(by, Bytes.utf8(note.text()), passphrase);
            forms.keep(name, new Paper(seals.seal(note).bytes()));
          } catch (SigningException e) {
            next.addFlashAttribute("problem", "problem.signing." + e.code().name());
            return here;
          }
          next.addFlashAttribute("done", "done.sealed");
          return here;
        });
  }

  @PostMapping("/adopt/{name}/adopt")
  String adopt(@PathVariable String name, @RequestParam String once, RedirectAttributes next)
      throws ExchangeException {
    mayAdopt();
    Paper paper = paper(name);
    return forms.once(
        once,
        () -> {
          var id =
              desk.run((exchange, officer) -> {
                var signed = signed(read(paper.text(), exchange.standings()));
                exchange.standings().adopt(officer, signed);
                return signed.instrument().id();
              });
          forms.forget(name);
          next.addFlashAttribute("done", "done.adopted");
          return "redirect:/agreements/" + id;
        });
  }

  @PostMapping("/adopt/node-record")
  String nodeRecord(
      @RequestParam String once,
      @RequestPart(required = false) Optional<MultipartFile> file,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes next)
      throws ExchangeException {
    mayAdopt();
    Bytes given = given(file, text);
    return forms.once(
        once,
        () -> {
          try {
            desk.run((exchange, officer) -> {
              exchange.standings().adoptNodeRecord(officer, text(given));
              return given;
            });
            next.addFlashAttribute("done", "done.nodeRecord");
          } catch (ExchangeException e) {
            if (e.code() != ExchangeException.Code.NOT_TRUSTED
                && e.code() != ExchangeException.Code.INVALID_FORM) {
              throw e;
            }
            next.addFlashAttribute("problem", "problem.nodeRecord");
          }
          return START;
        });
  }

  private static String text(Bytes given) throws ExchangeException {
    try {
      return given.text();
    } catch (MalformedBytesException e) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "not text", e);
    }
  }

  private static Proposal read(Bytes given, Standings standings) throws ExchangeException {
    try {
      return Proposal.read(given, standings);
    } catch (InstrumentException e) {
      throw new ExchangeException(ExchangeException.Code.INVALID_FORM, "not an agreement", e);
    }
  }

  private static SignedInstrument signed(Proposal proposal) throws ExchangeException {
    try {
      return proposal.signed();
    } catch (InstrumentException e) {
      throw new ExchangeException(ExchangeException.Code.NOT_TRUSTED, "a signature lacks", e);
    }
  }

  /// Text fields of forms end their lines with CR LF; what is signed ends them with LF.
  private static Bytes given(Optional<MultipartFile> file, String typed) throws ExchangeException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return Bytes.utf8(typed.replace("\r\n", "\n"));
    }
    try {
      return Bytes.copyOf(file.get().getBytes());
    } catch (IOException e) {
      throw new ExchangeException(
          ExchangeException.Code.UNAVAILABLE, "the file could not be taken in", e);
    }
  }

  private Paper paper(String name) throws ExchangeException {
    return forms
        .kept(name, Paper.class)
        .orElseThrow(
            () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such text is kept"));
  }

  private Officer mayAdopt() throws ExchangeException {
    Officer officer = desk.officer();
    if (!officer.has(Role.AUTHORITY) && !officer.has(Role.OPERATOR)) {
      throw new ExchangeException(
          ExchangeException.Code.ROLE_MISSING, "agreements are the authority's and operator's");
    }
    return officer;
  }
}
