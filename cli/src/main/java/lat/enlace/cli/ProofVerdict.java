// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.ledger.Cosignature;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.ProvedEntry;
import lat.enlace.ledger.TlogProof;
import lat.enlace.ledger.VerifiedCheckpoint;

/// What {@code proof verify} says, in words and as JSON.
sealed interface ProofVerdict {
  /// The entry stands in the log.
  record Valid(EntryType type, ProvedEntry proved, int quorum) implements ProofVerdict {}

  /// It is not shown to stand there; `detail` is the code with what caused it.
  record Invalid(LedgerException.Code code, String detail) implements ProofVerdict {
    static Invalid of(LedgerException refused) {
      String message = refused.getMessage();
      return new Invalid(refused.code(), message == null ? refused.code().name() : message);
    }
  }

  /// Tries the closed set of entry types: the path leads to the root under one of them or under
  /// none.
  static ProofVerdict of(TlogProof proof, Opening opening, ProofPolicy policy) {
    Invalid refused = new Invalid(LedgerException.Code.OPENING_MISMATCH, "");
    for (EntryType type : EntryType.values()) {
      try {
        ProvedEntry proved = proof.verify(opening.commit(type).leafHash(), policy);
        return new Valid(type, proved, policy.quorum().needed());
      } catch (LedgerException e) {
        refused = Invalid.of(e);
        if (e.code() != LedgerException.Code.ROOT_MISMATCH) {
          break;
        }
      }
    }
    return refused;
  }

  /// True if the entry stands in the log.
  default boolean ok() {
    return switch (this) {
      case Valid valid -> true;
      case Invalid invalid -> false;
    };
  }

  /// For people.
  default List<String> lines() {
    return switch (this) {
      case Valid valid -> linesOf(valid);
      case Invalid(LedgerException.Code code, String detail) ->
          List.of("NOT VALID: " + meaning(code) + " (" + detail + ")");
    };
  }

  /// For machines.
  default Map<String, Object> fields() {
    return switch (this) {
      case Valid valid -> fieldsOf(valid);
      case Invalid(LedgerException.Code code, String detail) -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ok", false);
        fields.put("code", code.name());
        fields.put("detail", detail);
        fields.put("meaning", meaning(code));
        yield fields;
      }
    };
  }

  private static String meaning(LedgerException.Code code) {
    return switch (code) {
      case ROOT_MISMATCH -> "the entry does not stand at this place in the tree, or was changed";
      case PATH_LENGTH, OUT_OF_RANGE, SIZE_MISMATCH -> "the path does not fit the tree";
      case CHECKPOINT, WRONG_ORIGIN, ORIGIN_FORM ->
          "the checkpoint is not one that both keys of its log have signed";
      case QUORUM -> "too few witnesses have cosigned";
      case PROOF_FORM -> "the proof file is not a tlog-proof";
      case ENTRY_FORM -> "the entry file is not a salt and the bytes after it";
      case OPENING_MISMATCH,
          ENTRY_TOO_LARGE,
          NO_LOG,
          LOG_EXISTS,
          CORRUPT,
          MISSING,
          MIRROR,
          FAILED,
          KEYS ->
          "it could not be checked";
    };
  }

  private static List<String> linesOf(Valid valid) {
    VerifiedCheckpoint head = valid.proved().checkpoint();
    List<String> lines = new ArrayList<>();
    lines.add("log         " + head.origin());
    lines.add("entry       " + valid.proved().leaf().index() + " of " + head.size());
    lines.add("type        " + valid.type().code());
    lines.add("root        " + head.root());
    lines.add("signed by   " + head.keys().ed25519() + " and " + head.keys().mlDsa44());
    head.signedAt().ifPresent(at -> lines.add("signed at   " + at));
    for (Cosignature cosignature : valid.proved().cosignatures()) {
      lines.add(
          "cosigned by "
              + cosignature.key()
              + cosignature.time().map(at -> " at " + at).orElse(""));
    }
    lines.add("valid");
    return lines;
  }

  private static Map<String, Object> fieldsOf(Valid valid) {
    VerifiedCheckpoint head = valid.proved().checkpoint();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ok", true);
    fields.put("type", valid.type().code());
    fields.put("origin", head.origin().value());
    fields.put("index", valid.proved().leaf().index());
    fields.put("size", head.size());
    fields.put("root", head.root().base64());
    fields.put(
        "signedBy", List.of(head.keys().ed25519().toString(), head.keys().mlDsa44().toString()));
    head.signedAt().ifPresent(at -> fields.put("signedAt", at.toString()));
    fields.put("quorum", valid.quorum());
    fields.put(
        "cosignedBy",
        valid.proved().cosignatures().stream().map(line -> line.key().toString()).toList());
    return fields;
  }
}
