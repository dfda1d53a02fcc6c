// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes `vectors/ledger`: commitments, a whole small log, and proofs from it, sound and spoilt.
/// Run by hand when a format changes; {@link LedgerVectorsTest} reads what it wrote.
final class LedgerVectors {
  static final int SIZE = 259;
  private static final int INDEX = 200;
  private static final String ORIGIN = "co.example/ledger";
  private static final String SOUND = "ok dispatch 200";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final SigningKey WITNESS =
      Logs.key("ve.example/witness", SignatureType.ML_DSA_44_COSIGNATURE);
  private static final SigningKey OLD_WITNESS =
      Logs.key("ec.example/witness", SignatureType.ED25519_COSIGNATURE);

  private final Path folder;
  private final HeapLogStorage storage = new HeapLogStorage();
  private final LogSigner signer = Logs.signer(ORIGIN);

  private LedgerVectors(Path folder) {
    this.folder = folder;
  }

  /// Writes into the folder given.
  public static void main(String[] args) throws Exception {
    LedgerVectors vectors = new LedgerVectors(Path.of(args[0]));
    vectors.writeCommitments();
    vectors.writeLog();
    TlogProof proof = vectors.prove(INDEX);
    vectors.writeSoundProofs(proof);
    vectors.writeSpoiltTexts(proof);
    vectors.writeSpoiltPaths(proof);
    vectors.writeSpoiltTrust(proof);
  }

  static Opening opening(long index) {
    return new Opening(Logs.seed("salt " + index), Bytes.utf8("entry " + index));
  }

  private void writeCommitments() throws IOException {
    for (EntryType type : EntryType.values()) {
      Opening opening = new Opening(Logs.seed("commitment"), Bytes.utf8("contenido de muestra"));
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("type", type.code());
      fields.put("salt", opening.salt().hex());
      fields.put("contentBase64", opening.content().base64());
      fields.put("entry", opening.commit(type).entry().hex());
      fields.put("leafHash", opening.commit(type).leafHash().value().hex());
      write("commitments", type.code(), fields);
    }
  }

  private void writeLog() throws Exception {
    Log log = Log.create(Logs.ports(storage, ORIGIN), LogSettings.STANDARD);
    log.append(Logs.entries(0, 256));
    log.publish();
    log.append(Logs.entries(256, SIZE));
    log.close();
    for (String path : storage.list("")) {
      Path file = folder.resolve("log").resolve(path);
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, storage.read(path).orElseThrow().toArray());
    }
    Files.write(folder.resolve("log.vkeys"), keyLines(signer.keys().all()));
  }

  private TlogProof prove(long index) throws Exception {
    SignedCheckpoint head = SignedCheckpoint.parse(storage.read(LogFiles.CHECKPOINT).orElseThrow());
    return TlogProof.of(new LogReader(storage).at(SIZE).inclusion(index), head);
  }

  private void writeSoundProofs(TlogProof proof) throws Exception {
    proof("happy-path", SOUND, proof.bytes());
    TlogProof extra =
        new TlogProof(Bytes.utf8("anything"), proof.index(), proof.path(), proof.checkpoint());
    proof("happy-path-extra-is-not-trusted", SOUND, extra.bytes());
    proof("happy-path-two-witnesses", SOUND, cosigned(proof).bytes(), 2);
    proof("happy-path-stranger-cosigned", SOUND, cosigned(proof).bytes());
  }

  private void writeSpoiltTexts(TlogProof proof) throws Exception {
    edit("header-of-another-version", "PROOF_FORM", proof, t -> t.replaceFirst("@v1", "@v2"));
    edit("no-index", "PROOF_FORM", proof, t -> t.replaceFirst("index 200\n", ""));
    edit("index-with-leading-zero", "PROOF_FORM", proof, t -> t.replaceFirst("200", "0200"));
    edit("index-with-sign", "PROOF_FORM", proof, t -> t.replaceFirst("200", "+200"));
    edit("index-beyond-63-bits", "PROOF_FORM", proof, t -> t.replaceFirst("200", "9".repeat(19)));
    edit("index-in-arabic-digits", "PROOF_FORM", proof, t -> t.replaceFirst("200", "\u0662"));
    edit("extra-empty", "PROOF_FORM", proof, t -> t.replaceFirst("index", "extra \nindex"));
    edit(
        "extra-twice",
        "PROOF_FORM",
        proof,
        t -> t.replaceFirst("index", "extra AA==\nextra AA==\nindex"));
    edit(
        "hash-of-31-bytes",
        "PROOF_FORM",
        proof,
        t -> t.replaceFirst("200\n", "200\n" + "A".repeat(42) + "==\n"));
    edit("carriage-returns", "PROOF_FORM", proof, t -> t.replace("\n", "\r\n"));
    edit("no-checkpoint", "CHECKPOINT", proof, t -> t.substring(0, t.indexOf("\n\n") + 2));
    edit(
        "sixty-four-hashes",
        "PROOF_FORM",
        proof,
        t -> t.replaceFirst("200\n", "200\n" + (TreeHash.EMPTY.base64() + "\n").repeat(64)));
    proof("empty", "PROOF_FORM", Bytes.EMPTY);
  }

  private void writeSpoiltPaths(TlogProof proof) throws Exception {
    List<Hash> path = proof.path();
    edit("index-of-the-neighbour", "ROOT_MISMATCH", proof, t -> t.replaceFirst("200", "201"));
    edit("index-beyond-the-tree", "OUT_OF_RANGE", proof, t -> t.replaceFirst("200", "259"));
    path("path-truncated", "PATH_LENGTH", proof, path.subList(0, path.size() - 1));
    path("path-empty", "PATH_LENGTH", proof, List.of());
    List<Hash> longer = new ArrayList<>(path);
    longer.add(TreeHash.EMPTY);
    path("path-with-garbage", "PATH_LENGTH", proof, longer);
    List<Hash> swapped = new ArrayList<>(path);
    Collections.swap(swapped, 0, 1);
    path("path-swapped", "ROOT_MISMATCH", proof, swapped);
    List<Hash> changed = new ArrayList<>(path);
    changed.set(3, TreeHash.EMPTY);
    path("path-changed", "ROOT_MISMATCH", proof, changed);
    proof("of-another-entry", "ROOT_MISMATCH", prove(17).bytes());
  }

  private void writeSpoiltTrust(TlogProof proof) throws Exception {
    Checkpoint head = proof.checkpoint().checkpoint();
    edit("size-changed", "CHECKPOINT", proof, t -> t.replaceFirst("\n259\n", "\n260\n"));
    edit(
        "root-changed",
        "CHECKPOINT",
        proof,
        t -> t.replace(head.root().base64(), TreeHash.EMPTY.base64()));
    edit("ml-dsa-line-missing", "CHECKPOINT", proof, t -> t.substring(0, t.lastIndexOf("\u2014")));
    edit("ed25519-line-missing", "CHECKPOINT", proof, t -> t.replaceFirst("\u2014 [^\n]*\n", ""));
    edit("log-renamed", "KEYS", proof, t -> t.replace(ORIGIN, "xx.example/ledger"));
    proof("quorum-not-reached", "QUORUM", proof.bytes(), 1);
    proof("one-witness-of-two", "QUORUM", oneCosigned(proof).bytes(), 2);
    proof("quorum-beyond-the-witnesses", "KEYS", cosigned(proof).bytes(), 3);
    TlogProof cosigned = cosigned(proof);
    edit("cosignature-changed", "CHECKPOINT", 2, cosigned, LedgerVectors::changeLastSignature);
  }

  private static String changeLastSignature(String text) {
    int at = text.length() - 40;
    return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
  }

  private static TlogProof oneCosigned(TlogProof proof) throws Exception {
    SignedCheckpoint head = proof.checkpoint();
    SignedCheckpoint more = head.with(WITNESS.sign(head.checkpoint().text(), Logs.NOW));
    return new TlogProof(proof.extra(), proof.index(), proof.path(), more);
  }

  private static TlogProof cosigned(TlogProof proof) throws Exception {
    TlogProof one = oneCosigned(proof);
    SignedCheckpoint head = one.checkpoint();
    SignedCheckpoint more = head.with(OLD_WITNESS.sign(head.checkpoint().text(), Logs.NOW));
    return new TlogProof(proof.extra(), proof.index(), proof.path(), more);
  }

  private void path(String name, String expect, TlogProof proof, List<Hash> path)
      throws IOException {
    TlogProof spoilt = new TlogProof(proof.extra(), proof.index(), path, proof.checkpoint());
    proof(name, expect, spoilt.bytes());
  }

  private void edit(String name, String expect, TlogProof proof, UnaryOperator<String> change)
      throws Exception {
    edit(name, expect, 0, proof, change);
  }

  private void edit(
      String name, String expect, int quorum, TlogProof proof, UnaryOperator<String> change)
      throws Exception {
    proof(name, expect, Bytes.utf8(change.apply(proof.bytes().text())), quorum);
  }

  private void proof(String name, String expect, Bytes proof) throws IOException {
    proof(name, expect, proof, 0);
  }

  private void proof(String name, String expect, Bytes proof, int quorum) throws IOException {
    List<VerifierKey> keys = new ArrayList<>(signer.keys().all());
    List<String> lines = new ArrayList<>();
    if (quorum > 0) {
      keys.add(WITNESS.verifierKey());
      keys.add(OLD_WITNESS.verifierKey());
      lines.add("quorum " + quorum);
    }
    lines.addAll(0, keyLines(keys));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("expect", expect);
    fields.put("keys", lines);
    fields.put("openingBase64", opening(INDEX).bytes().base64());
    fields.put("proofBase64", proof.base64());
    write("proofs", name, fields);
  }

  private static List<String> keyLines(List<VerifierKey> keys) {
    return keys.stream().map(VerifierKey::text).toList();
  }

  private void write(String kind, String name, Map<String, Object> fields) throws IOException {
    Files.createDirectories(folder.resolve(kind));
    Path file = folder.resolve(kind).resolve(name + ".json");
    Files.writeString(file, JSON.writeValueAsString(fields) + "\n");
  }
}
