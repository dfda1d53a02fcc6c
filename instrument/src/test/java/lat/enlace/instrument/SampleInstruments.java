// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;

/// The sample agreements of the demo, filled with keys grown from fixed seeds.
public final class SampleInstruments {
  /// A signature needs no time of day.
  public static final Instant NO_TIME = Instant.EPOCH;

  private static final Path ROOT = Path.of(System.getProperty("enlace.root", ".."));

  private SampleInstruments() {}

  /// The file at `path` under the root of the repository.
  public static String file(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }

  /// A folder under the root of the repository.
  public static Path folder(String path) {
    return ROOT.resolve(path);
  }

  /// The filled text of a sample, for instance `co-ve`.
  public static InstrumentText text(String name) throws IOException {
    String template = file("samples/templates/" + name + ".yaml");
    Map<String, String> values =
        new HashMap<>(Map.of("in-force.on", "2026-01-15", "review.by", "2030-01-15"));
    for (String state : List.of("co", "ve", "ec", "br")) {
      values.put(state + ".node", state + ".example/enlace");
      List<SigningKey> keys = rootKeys(state);
      values.put(state + ".root.ed25519", keys.get(0).verifierKey().text());
      values.put(state + ".root.ml-dsa-44", keys.get(1).verifierKey().text());
    }
    return new InstrumentTemplate(template).fill(values);
  }

  /// The sample as a model.
  public static Instrument read(String name) throws IOException, InstrumentException {
    return InstrumentReader.read(text(name));
  }

  /// The root keys of a state: Ed25519, then ML-DSA-44.
  public static List<SigningKey> rootKeys(String state) {
    KeyName name = new KeyName(state + ".example/enlace/root");
    return List.of(
        SigningKey.fromSeed(name, SignatureType.ED25519, seed(state, "ed25519")),
        SigningKey.fromSeed(name, SignatureType.ML_DSA_44_TEXT, seed(state, "ml-dsa-44")));
  }

  /// `text` signed with all root keys of `states`.
  public static Note signed(String text, List<String> states) throws NoteException {
    Note note = Note.unsigned(text);
    for (String state : states) {
      for (SigningKey key : rootKeys(state)) {
        note = note.sign(key, NO_TIME);
      }
    }
    return note;
  }

  /// An accession to `base`, with one reservation.
  public static String accession(SignedInstrument base, String state, String prefix) {
    return String.join(
        "\n",
        "format: enlace/accession/1",
        "instrument: " + base.instrument().id(),
        "text: " + base.text().hash().base64(),
        "party:",
        "  state: " + state,
        "  node: " + prefix + ".example/enlace",
        "  name: {es: Parte nueva, en: New party, pt: Parte nova}",
        "  root-keys:",
        "    - " + rootKeys(prefix).get(0).verifierKey().text(),
        "    - " + rootKeys(prefix).get(1).verifierKey().text(),
        "mandate: {state: "
            + state
            + ", holder: Cancillería, act: Acto 1, since: 2026-01-01,"
            + " status: valid}",
        "authorities: []",
        "laws:",
        "  - {offence: \"0601\", article: \""
            + state
            + ":CP 296\", since: 1991-04-08,"
            + " maximum-months: 180}",
        "reservations:",
        "  - clause: r-1",
        "    when: {data: [firearm]}",
        "    then: refuse",
        "articles:",
        "  - clause: r-1",
        "    title: {es: Armas, en: Arms, pt: Armas}",
        "    text: {es: Nada sobre armas., en: Nothing on arms., pt: Nada sobre armas.}",
        "");
  }

  /// All codes in `problems`, with line and path.
  static List<String> brief(List<Problem> problems) {
    List<String> all = new ArrayList<>();
    for (Problem problem : problems) {
      all.add(problem.code() + " " + problem.path());
    }
    return all;
  }

  private static Bytes seed(String state, String type) {
    return Hash.sha256(Bytes.utf8("sample root key of " + state + " " + type)).value();
  }
}
