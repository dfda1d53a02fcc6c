// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// How far the proceedings against a person have come; declared in ascending order, so that a
/// minimum stage can be compared.
public enum ProceduralStage implements Coded {
  /// No proceedings.
  NONE("none"),
  /// A formal inquiry is open.
  INQUIRY("inquiry"),
  /// A criminal investigation names the person.
  INVESTIGATION("investigation"),
  /// Charged by a prosecutor.
  CHARGED("charged"),
  /// A court has admitted the charge.
  INDICTED("indicted"),
  /// Convicted by a final judgment.
  CONVICTED("convicted");

  private final String code;

  ProceduralStage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
