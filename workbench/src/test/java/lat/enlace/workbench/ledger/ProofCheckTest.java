// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.LedgerException;
import lat.enlace.model.CaseReference;
import lat.enlace.testkit.exchange.Federation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProofCheckTest {
  private static long index;
  private static Records.ProofBundle bundle =
      new Records.ProofBundle(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);

  private final ProofCheck check = new ProofCheck();

  @BeforeAll
  static void export() throws ExchangeException {
    Federation federation = Federation.ofThree(7);
    Records records = federation.co().core().records();
    Officer rights = federation.co().rights();
    index = records.entries(rights, 1).getFirst().index();
    bundle =
        records.open(
            rights, index, new Records.Why(new CaseReference("2026-CO-0417"), "para el tribunal"));
  }

  @Test
  void check_provesAnExportedEntry() {
    ProofCheck.Verdict verdict =
        check.check(bundle.proof(), bundle.opening(), bundle.verifierKeys());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            ProofCheck.Verdict.True.class,
            proved -> {
              assertThat(proved.origin()).isEqualTo("co.example/enlace");
              assertThat(proved.index()).isEqualTo(index);
            });
  }

  @Test
  void check_refusesOpeningWithOneBitFlipped() {
    byte[] opening = bundle.opening().toArray();
    opening[opening.length - 1] ^= 1;
    assertThat(check.check(bundle.proof(), Bytes.copyOf(opening), bundle.verifierKeys()))
        .isEqualTo(new ProofCheck.Verdict.NotProved(LedgerException.Code.ROOT_MISMATCH.name()));
  }

  @Test
  void check_refusesProofWithOneLineLess() {
    String proof = new String(bundle.proof().toArray(), StandardCharsets.UTF_8);
    String shorter = proof.substring(0, proof.lastIndexOf('\n', proof.length() - 2) + 1);
    assertThat(check.check(Bytes.utf8(shorter), bundle.opening(), bundle.verifierKeys()).proved())
        .isFalse();
  }

  @Test
  void check_refusesKeysWithOneOfTwo() {
    String keys = new String(bundle.verifierKeys().toArray(), StandardCharsets.UTF_8);
    String one = keys.substring(0, keys.indexOf('\n') + 1);
    assertThat(check.check(bundle.proof(), bundle.opening(), Bytes.utf8(one)))
        .isEqualTo(new ProofCheck.Verdict.NotProved(LedgerException.Code.KEYS.name()));
  }
}
