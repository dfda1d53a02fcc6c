// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.InstrumentId;
import lat.enlace.node.command.NodeLine;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A state joins an agreement that a node adopted, by the command of a stopped node.
class AccessionTest {
  private static final String OTHER_HASH = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @TempDir private Path folder;
  private NodePair pair;
  private SignedInstrument base;
  private List<SigningKey> peru;

  @BeforeEach
  void make() throws Exception {
    pair = new NodePair(folder).make();
    base = adopted();
    peru =
        List.of(
            key("pe.example/root", SignatureType.ED25519, 1),
            key("pe.example/root", SignatureType.ML_DSA_44_TEXT, 2));
  }

  @Test
  void adopt_takesAnAccessionThatEveryPartySigned() throws Exception {
    assertThat(base.instrument().parties()).hasSize(2);
    Run run = adopt(signed(text(base.text().hash().base64()), "CO", "VE"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(adopted().instrument().parties()).hasSize(3);
    assertThat(adopted().ref()).isEqualTo(base.ref());
  }

  @Test
  void adopt_refusesAnAccessionThatIsNotWhole() throws Exception {
    String text = text(base.text().hash().base64());
    refused(signed(text, "CO"), "MISSING_SIGNATURE");
    refused(
        signed(text.replace("state: PE", "state: CL").replace("PE:CP", "CL:CP"), "CO", "VE"),
        "ACCESSION");
    refused(signed(text(OTHER_HASH), "CO", "VE"), "OTHER_TEXT");
    String unknown = text.replace("instrument: " + base.instrument().id(), "instrument: no-such");
    refused(signed(unknown, "CO", "VE"), "OTHER_TEXT");
    refused(Bytes.utf8("no note at all"), "OTHER_TEXT");
    assertThat(adopted().instrument().parties()).hasSize(2);
  }

  private void refused(Bytes accession, String code) throws Exception {
    Run run = adopt(accession);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains(code);
  }

  private SignedInstrument adopted() throws Exception {
    try (OpenNode node = pair.open("CO")) {
      InstrumentId id =
          node.core()
              .with(exchange -> exchange.standings().instruments())
              .getFirst()
              .instrument()
              .id();
      return node.core().with(exchange -> exchange.standings().text(id)).orElseThrow();
    }
  }

  private String text(String hash) {
    return String.join(
        "\n",
        "format: enlace/accession/1",
        "instrument: " + base.instrument().id(),
        "text: " + hash,
        "party:",
        "  state: PE",
        "  node: pe.example/enlace",
        "  name: {es: Parte nueva, en: New party, pt: Parte nova}",
        "  root-keys:",
        "    - " + peru.getFirst().verifierKey().text(),
        "    - " + peru.getLast().verifierKey().text(),
        "mandate: {state: PE, holder: Cancillería, act: Acto 1, since: 2026-01-01, status: valid}",
        "authorities: []",
        "laws:",
        "  - {offence: \"0601\", article: \"PE:CP 296\", since: 1991-04-08, maximum-months: 180}",
        "reservations: []",
        "articles: []",
        "");
  }

  private Bytes signed(String text, String... states) throws Exception {
    List<SigningKey> keys = new ArrayList<>(peru);
    for (String state : states) {
      Unlocking unlocking = new Unlocking.KeyFile(folder.resolve(state + ".key"));
      keys.addAll(
          Keyring.root(Vault.open(pair.folder(state).root(), unlocking, new SecureRandom())));
    }
    Note note = Note.unsigned(text);
    for (SigningKey key : keys) {
      note = note.sign(key, OpenNode.systemClock().now());
    }
    return note.bytes();
  }

  private Run adopt(Bytes accession) throws Exception {
    Path file = Files.write(folder.resolve("accession.note"), accession.toArray());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(
                "node",
                "adopt",
                "--data",
                pair.folder("CO").root().toString(),
                "--accession",
                file.toString());
    return new Run(exit, err.toString());
  }

  private static SigningKey key(String name, SignatureType type, int seed) throws Exception {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return SigningKey.fromSeed(KeyName.parse(name), type, Bytes.copyOf(bytes));
  }

  private record Run(int exit, String err) {}
}
