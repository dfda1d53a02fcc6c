// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes `vectors/note`: one sound case of each kind and one file for each way to spoil it. Run by
/// hand when the format changes; {@link NoteVectorsTest} reads what it wrote.
final class NoteVectors {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
  private static final String NAME = "co.example/ledger";
  private static final SigningKey ED = NoteTest.key(NAME, SignatureType.ED25519);
  private static final SigningKey PQ = NoteTest.key(NAME, SignatureType.ML_DSA_44_COSIGNATURE);
  private static final SigningKey COSIGNER = NoteTest.key(NAME, SignatureType.ED25519_COSIGNATURE);
  private static final SigningKey STRANGER = NoteTest.key("xx.example/s", SignatureType.ED25519);
  private static final String BODY =
      new CheckpointBody(NAME, 7, Hash.sha256(Bytes.utf8("root"))).text();
  private static final String SOUND = "ok";

  private final Path folder;

  private NoteVectors(Path folder) {
    this.folder = folder;
  }

  /// Writes into the folder given.
  public static void main(String[] args) throws Exception {
    NoteVectors vectors = new NoteVectors(Path.of(args[0]));
    vectors.writeSound();
    vectors.writeSpoiltForms();
    vectors.writeSpoiltSignatures();
    vectors.writeSpoiltLines();
    vectors.writeKeys();
  }

  private void writeSound() throws Exception {
    note("happy-path", SOUND, both().bytes());
    note("happy-path-stranger-line-ignored", SOUND, both().sign(STRANGER, AT).bytes());
    note("happy-path-lines-in-other-order", SOUND, unsigned().sign(PQ, AT).sign(ED, AT).bytes());
  }

  private void writeSpoiltForms() throws Exception {
    edit("no-newline-at-end", "FORM", text -> text.substring(0, text.length() - 1));
    edit("no-blank-line", "FORM", text -> text.replace("\n\n", "\n"));
    edit("blank-line-after-signatures", "FORM", text -> text + "\n");
    edit("text-after-signatures", "SIGNATURE_LINE", text -> text + "more\n");
    edit("carriage-returns", "FORM", text -> text.replace("\n", "\r\n"));
    edit("carriage-return-in-text", "CHARACTERS", text -> text.replaceFirst("7", "7\r"));
    edit("tab-in-text", "CHARACTERS", text -> text.replaceFirst("7", "\t7"));
    edit("hyphen-for-dash", "SIGNATURE_LINE", text -> text.replaceFirst("\u2014", "-"));
    edit("no-space-after-dash", "SIGNATURE_LINE", text -> text.replaceFirst("\u2014 ", "\u2014"));
    edit(
        "two-spaces-after-dash",
        "SIGNATURE_LINE",
        text -> text.replaceFirst("\u2014 ", "\u2014  "));
    edit("plus-in-name", "NAME", text -> text.replaceFirst("\u2014 co.", "\u2014 co+"));
    edit(
        "base64-without-padding",
        "SIGNATURE_LINE",
        text -> text.replaceFirst("=\n\u2014", "\n\u2014"));
    edit(
        "base64-url-alphabet",
        "SIGNATURE_LINE",
        text -> text.replace("/", "_").replace("co.example_ledger", NAME));
    edit("signature-of-four-bytes", "SIGNATURE_LINE", text -> text + "\u2014 a AAAAAA==\n");
    edit("sixty-five-signatures", "TOO_LARGE", text -> text + "\u2014 a AAAAAAA=\n".repeat(63));
    note("only-text", "FORM", Bytes.utf8(BODY + "\n"));
    note("empty", "FORM", Bytes.EMPTY);
    note("not-utf8", "CHARACTERS", Bytes.concat(Bytes.of(0xc3, 0x28), both().bytes()));
    note("overlong-utf8", "CHARACTERS", Bytes.concat(Bytes.of(0xc0, 0xaf), both().bytes()));
  }

  private void writeSpoiltSignatures() throws Exception {
    note("ml-dsa-line-missing", "MISSING_SIGNATURE", unsigned().sign(ED, AT).bytes());
    note("ed25519-line-missing", "MISSING_SIGNATURE", unsigned().sign(PQ, AT).bytes());
    note("only-a-stranger", "NO_KNOWN_SIGNATURE", unsigned().sign(STRANGER, AT).bytes());
    edit("changed-size", "SIGNATURE", text -> text.replaceFirst("7", "8"));
    edit("changed-origin", "SIGNATURE", text -> text.replaceFirst("co\\.", "ve."));
    edit("leading-zero-in-size", "SIGNATURE", text -> text.replaceFirst("7", "07"));
    edit("extension-line", "SIGNATURE", text -> text.replaceFirst("\n\n", "\nmore\n\n"));
  }

  private void writeSpoiltLines() throws Exception {
    NoteSignature ed = ED.sign(BODY, AT);
    NoteSignature pq = PQ.sign(BODY, AT);
    lines("ed25519-bit-flipped", "SIGNATURE", flip(ed, 9), pq);
    lines("ed25519-truncated", "SIGNATURE", cut(ed, 63), pq);
    lines("ed25519-with-garbage", "SIGNATURE", cut(ed, 65), pq);
    lines("ml-dsa-bit-flipped", "SIGNATURE", ed, flip(pq, 1000));
    lines("ml-dsa-time-changed", "SIGNATURE", ed, flip(pq, 7));
    lines("ml-dsa-time-beyond-63-bits", "TIME", ed, flip(pq, 0));
    lines("ml-dsa-truncated", "SIGNATURE", ed, cut(pq, 2427));
    lines("signatures-swapped", "SIGNATURE", as(ed, pq), as(pq, ed));
    lines("good-line-then-bad-line-of-one-key", "SIGNATURE", ed, flip(ed, 9), pq);
    NoteSignature cosignature = COSIGNER.sign(BODY, AT);
    lines("cosignature-under-the-ed25519-id", "SIGNATURE", as(ed, cosignature), pq);
    NoteSignature otherId =
        new NoteSignature(ed.name(), new KeyId(~ed.id().value()), ed.signature());
    lines("right-name-other-id", "MISSING_SIGNATURE", otherId, pq);
    NoteSignature otherName =
        new NoteSignature(new KeyName("ve.example/ledger"), ed.id(), ed.signature());
    lines("right-id-other-name", "MISSING_SIGNATURE", otherName, pq);
  }

  private void writeKeys() throws Exception {
    for (SignatureType type : SignatureType.values()) {
      String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
      key("happy-path-" + name, SOUND, NoteTest.key(NAME, type).verifierKey().text());
    }
    String ed = ED.verifierKey().text();
    String id = ED.verifierKey().id().hex();
    String bare = ed.substring(NAME.length());
    key("key-id-of-another-key", "KEY_ID", ed.replace(id, "00000000"));
    key("key-id-in-capitals", "KEY_ID", ed.replace(id, id.toUpperCase(Locale.ROOT)));
    key("key-id-too-short", "KEY_ID", ed.replace(id, id.substring(1)));
    key("name-changed", "KEY_ID", "ve.example/ledger" + bare);
    key("name-empty", "NAME", bare);
    key("name-with-space", "NAME", "co example" + bare);
    key("name-with-no-break-space", "NAME", "co\u00a0example" + bare);
    key("name-too-long", "NAME", "n".repeat(256) + bare);
    key("two-parts", "KEY_FORM", ed.substring(0, ed.lastIndexOf('+')));
    key("newline-at-end", "KEY_FORM", ed + "\n");
    key("base64-with-excess-padding", "KEY_FORM", ed + "=");
    key("unassigned-type", "KEY_TYPE", material(0x03, new byte[32]));
    key("no-material", "KEY_TYPE", NAME + "+00000000+");
    key("key-too-short", "KEY", material(0x01, new byte[31]));
    key("key-too-long", "KEY", material(0x06, new byte[1313]));
    byte[] ones = new byte[32];
    Arrays.fill(ones, (byte) 0xff);
    key("key-not-a-point", "KEY", material(0x01, ones));
  }

  private static String material(int type, byte[] key) {
    return NAME + "+00000000+" + Bytes.concat(Bytes.of(type), Bytes.copyOf(key)).base64();
  }

  private static Note unsigned() throws NoteException {
    return Note.unsigned(BODY);
  }

  private static Note both() throws NoteException {
    return unsigned().sign(ED, AT).sign(PQ, AT);
  }

  private static NoteSignature as(NoteSignature who, NoteSignature what) {
    return new NoteSignature(who.name(), who.id(), what.signature());
  }

  private static NoteSignature flip(NoteSignature line, int at) {
    byte[] changed = line.signature().toArray();
    changed[at] ^= (byte) 0x80;
    return new NoteSignature(line.name(), line.id(), Bytes.copyOf(changed));
  }

  private static NoteSignature cut(NoteSignature line, int size) {
    byte[] changed = Arrays.copyOf(line.signature().toArray(), size);
    return new NoteSignature(line.name(), line.id(), Bytes.copyOf(changed));
  }

  private void lines(String name, String expect, NoteSignature... lines) throws IOException {
    note(name, expect, new Note(BODY, List.of(lines)).bytes());
  }

  private void edit(String name, String expect, UnaryOperator<String> change) throws Exception {
    note(name, expect, Bytes.utf8(change.apply(both().bytes().text())));
  }

  private void note(String name, String expect, Bytes note) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("expect", expect);
    fields.put("required", List.of(ED.verifierKey().text(), PQ.verifierKey().text()));
    fields.put("noteBase64", note.base64());
    write("notes", name, fields);
  }

  private void key(String name, String expect, String key) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("expect", expect);
    fields.put("key", key);
    write("keys", name, fields);
  }

  private void write(String kind, String name, Map<String, Object> fields) throws IOException {
    Path file = folder.resolve(kind).resolve(name + ".json");
    Files.createDirectories(folder.resolve(kind));
    Files.writeString(file, JSON.writeValueAsString(fields) + "\n");
  }
}
