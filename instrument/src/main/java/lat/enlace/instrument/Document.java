// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

/// A YAML or JSON text read by fields. Every problem is told with its place, all at once, when the
/// reading is finished.
public final class Document {
  private final Findings findings;
  private final Fields root;

  private Document(Findings findings, Fields root) {
    this.findings = findings;
    this.root = root;
  }

  /// Begins to read `text`.
  ///
  /// @throws InstrumentException with code TEXT if it has no tree to read
  public static Document of(String text) throws InstrumentException {
    Findings findings = new Findings();
    YamlNode tree = YamlReader.read(text, findings);
    return new Document(findings, Value.of(findings, "", tree).fields());
  }

  /// The outermost mapping.
  public Fields root() {
    return root;
  }

  Findings findings() {
    return findings;
  }

  /// Ends the reading.
  ///
  /// @throws InstrumentException with code TEXT and every problem found
  public void finish() throws InstrumentException {
    findings.throwIfAny();
  }
}
