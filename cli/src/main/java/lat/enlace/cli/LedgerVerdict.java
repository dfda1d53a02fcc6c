// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.FsckFinding;
import lat.enlace.ledger.FsckReport;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.note.VerifierKey;

/// What {@code ledger verify} says, in words and as JSON.
record LedgerVerdict(
    FsckReport report, List<VerifierKey> keys, LedgerWitnesses witnesses, LedgerSince since) {
  private static final int SHOWN = 100;

  LedgerVerdict {
    keys = List.copyOf(keys);
  }

  boolean ok() {
    return report.sound() && witnesses.ok() && since.ok();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    SignedCheckpoint signed = report.checkpoint();
    if (signed != null) {
      Checkpoint head = signed.checkpoint();
      lines.add("log         " + head.origin());
      lines.add("entries     " + head.size());
      lines.add("root        " + head.root());
    }
    lines.add("signatures  " + signatures());
    witnesses.words().ifPresent(words -> lines.add("witnesses   " + words));
    if (report.pending() > 0) {
      lines.add("pending     " + report.pending() + " entries that no checkpoint covers yet");
    }
    if (since.outcome() != LedgerSince.Outcome.NOT_ASKED) {
      lines.add("since       " + sinceWords());
    }
    addFindings(lines);
    lines.add(ok() ? "sound" : "NOT SOUND");
    return lines;
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ok", ok());
    SignedCheckpoint signed = report.checkpoint();
    if (signed != null) {
      fields.put("origin", signed.checkpoint().origin().value());
      fields.put("size", signed.checkpoint().size());
      fields.put("root", signed.checkpoint().root().base64());
    }
    fields.put("signatures", signatureState());
    fields.put("keys", keys.stream().map(VerifierKey::toString).toList());
    fields.put("quorum", witnesses.needed());
    fields.put("cosignedBy", witnesses.cosigned());
    fields.put("pending", report.pending());
    if (since.outcome() != LedgerSince.Outcome.NOT_ASKED) {
      fields.put(
          "since",
          Map.of(
              "size", since.size(),
              "contained", since.ok(),
              "code", since.detail()));
    }
    fields.put("findings", report.findings().stream().map(LedgerVerdict::finding).toList());
    return fields;
  }

  private void addFindings(List<String> lines) {
    List<FsckFinding> findings = report.findings();
    for (FsckFinding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      lines.add("wrong       " + finding.path() + ": " + finding.problem());
      lines.add("            mend: " + finding.problem().mend());
    }
    if (findings.size() > SHOWN) {
      lines.add("            and " + (findings.size() - SHOWN) + " more");
    }
  }

  private static Map<String, String> finding(FsckFinding finding) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("path", finding.path());
    fields.put("problem", finding.problem().name());
    fields.put("mend", finding.problem().mend());
    return fields;
  }

  private String signatureState() {
    if (!report.signaturesChecked()) {
      return "not-checked";
    }
    boolean wrong =
        report.findings().stream()
            .anyMatch(finding -> finding.problem() == FsckFinding.Problem.SIGNATURE);
    return wrong || report.checkpoint() == null ? "wrong" : "verified";
  }

  private String signatures() {
    return switch (signatureState()) {
      case "not-checked" ->
          report.checkpoint() == null
              ? "NOT CHECKED: there is no checkpoint that could be signed"
              : "NOT CHECKED: no keys were given, so nothing is known about who signed";
      case "wrong" -> "WRONG: a line is missing or does not verify under the keys given";
      default -> "verified under " + keys;
    };
  }

  private String sinceWords() {
    return switch (since.outcome()) {
      case NOT_ASKED, CONTAINED ->
          "contains all " + since.size() + " entries of the older checkpoint";
      case NOT_CONTAINED ->
          "DOES NOT CONTAIN the tree of " + since.size() + " entries (" + since.detail() + ")";
      case UNUSABLE -> "the older checkpoint cannot be used (" + since.detail() + ")";
    };
  }
}
