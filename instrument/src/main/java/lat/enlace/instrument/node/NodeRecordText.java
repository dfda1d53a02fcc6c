// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Problem;
import lat.enlace.model.NodeId;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifierKey;

/// The text form of a node record (docs/spec/node-record.md): one line per fact in a fixed order,
/// so that a record has exactly one text.
final class NodeRecordText {
  static final String MAGIC = "enlace node-record/1";
  private static final String SUCCEEDS = "succeeds";
  private static final int MAX_LINES = 64;
  private static final int MAX_REPEATS = 8;

  private final List<String> lines;
  private int next;

  private NodeRecordText(List<String> lines) {
    this.lines = lines;
  }

  static String write(NodeRecord nodeRecord) {
    StringBuilder out = new StringBuilder(MAGIC).append('\n');
    line(out, "node", nodeRecord.node().value());
    line(out, "number", Long.toString(nodeRecord.number()));
    line(out, "issued", nodeRecord.issued().toString());
    line(out, "until", nodeRecord.until().toString());
    OperationalKeys keys = nodeRecord.keys();
    line(out, "log-from", Long.toString(keys.fromTreeSize()));
    keys.log().forEach(key -> line(out, "log", key.text()));
    for (EndedLog ended : nodeRecord.succeeds()) {
      line(out, SUCCEEDS, ended.origin() + " " + ended.size() + " " + ended.root().base64());
    }
    keys.tls().forEach(pin -> line(out, "tls", pin.base64()));
    for (SealingTerm key : keys.sealing()) {
      line(out, "seal", key.from() + " " + key.until() + " " + key.publicKey().base64());
    }
    nodeRecord.endpoints().forEach(endpoint -> line(out, "endpoint", endpoint.value()));
    return out.toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(name).append(' ').append(value).append('\n');
  }

  /// Reads what {@link #write} wrote and nothing else.
  static NodeRecord read(String text) throws InstrumentException {
    List<String> lines = List.of(text.split("\n", MAX_LINES + 1));
    NodeRecordText reader = new NodeRecordText(lines);
    NodeRecord parsed;
    try {
      parsed = reader.parse();
    } catch (IllegalArgumentException
        | DateTimeParseException
        | NoteException
        | MalformedBytesException e) {
      throw reader.problem(Problem.Code.VALUE, "write the value in the form of the format");
    }
    if (!parsed.text().equals(text)) {
      throw reader.problem(Problem.Code.SYNTAX, "write every line in its place and only form");
    }
    return parsed;
  }

  private NodeRecord parse() throws InstrumentException, NoteException, MalformedBytesException {
    if (!peek().equals(MAGIC)) {
      throw problem(Problem.Code.SYNTAX, "begin with the line \"" + MAGIC + "\"");
    }
    next++;
    NodeId node = new NodeId(value("node"));
    long number = Long.parseLong(value("number"));
    Instant issued = Instant.parse(value("issued"));
    Instant until = Instant.parse(value("until"));
    long fromTreeSize = Long.parseLong(value("log-from"));
    List<VerifierKey> log = new ArrayList<>();
    for (String line : values("log")) {
      log.add(VerifierKey.parse(line));
    }
    List<EndedLog> succeeds = new ArrayList<>();
    for (String line : values(SUCCEEDS)) {
      succeeds.add(endedLog(line));
    }
    List<Hash> tls = new ArrayList<>();
    for (String line : values("tls")) {
      tls.add(Hash.fromBase64(line));
    }
    List<SealingTerm> sealing = new ArrayList<>();
    for (String line : values("seal")) {
      sealing.add(sealingKey(line));
    }
    List<Endpoint> endpoints = values("endpoint").stream().map(Endpoint::new).toList();
    OperationalKeys keys = new OperationalKeys(log, fromTreeSize, tls, sealing);
    return new NodeRecord(node, number, issued, until, keys, succeeds, endpoints);
  }

  private EndedLog endedLog(String line) throws InstrumentException, MalformedBytesException {
    List<String> parts = List.of(line.split(" ", -1));
    if (parts.size() != 3) {
      throw problem(Problem.Code.VALUE, "write: succeeds ORIGIN SIZE ROOT");
    }
    return new EndedLog(parts.get(0), Long.parseLong(parts.get(1)), Hash.fromBase64(parts.get(2)));
  }

  private SealingTerm sealingKey(String line) throws InstrumentException, MalformedBytesException {
    List<String> parts = List.of(line.split(" ", -1));
    if (parts.size() != 3) {
      throw problem(Problem.Code.VALUE, "write: seal FROM UNTIL BASE64");
    }
    return new SealingTerm(
        Bytes.fromBase64(parts.get(2)), Instant.parse(parts.get(0)), Instant.parse(parts.get(1)));
  }

  private String value(String name) throws InstrumentException {
    String line = peek();
    if (!line.startsWith(name + " ")) {
      throw problem(Problem.Code.MISSING_KEY, "write the line \"" + name + "\" here");
    }
    next++;
    return line.substring(name.length() + 1);
  }

  private List<String> values(String name) throws InstrumentException {
    List<String> found = new ArrayList<>();
    while (peek().startsWith(name + " ")) {
      if (found.size() == MAX_REPEATS) {
        throw problem(Problem.Code.TOO_LARGE, "write at most 8 lines \"" + name + "\"");
      }
      found.add(value(name));
    }
    return found;
  }

  private String peek() {
    return next < lines.size() ? lines.get(next) : "";
  }

  private InstrumentException problem(Problem.Code code, String advice) {
    return new InstrumentException(List.of(new Problem(next + 1, 1, "", code, advice)));
  }
}
