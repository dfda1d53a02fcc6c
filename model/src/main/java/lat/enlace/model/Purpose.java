// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What information may be asked and used for. Closed: anything else is refused.
public enum Purpose implements Coded {
  /// Preventing, detecting or prosecuting transnational organised crime.
  ORGANISED_CRIME("organised-crime"),
  /// Locating a person wanted for such a crime.
  LOCATE_WANTED("locate-wanted"),
  /// Identifying a suspect of such a crime.
  IDENTIFY("identify"),
  /// Tracing the proceeds of such a crime.
  ASSET_TRACING("asset-tracing"),
  /// Whereabouts, missing persons, minors, remains, life at risk: the humanitarian floor.
  HUMANITARIAN("humanitarian"),
  /// Correcting, recalling or erasing what was exchanged, and redress.
  CORRECTION("correction"),
  /// Standing of instruments, node records, oversight.
  GOVERNANCE("governance"),
  /// Refused: not what the channel is for. Listed so that the refusal can be named.
  IMMIGRATION_CONTROL("immigration-control"),
  /// Refused: not what the channel is for. Listed so that the refusal can be named.
  POLITICAL("political"),
  /// Refused: not what the channel is for.
  OTHER("other");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// True if kinds of {@code lane} can serve this purpose: a humanitarian kind cannot carry a hunt,
  /// and a question cannot call itself governance. Purposes listed to be refused serve none.
  public boolean serves(DispatchKind.Lane lane) {
    return switch (this) {
      case ORGANISED_CRIME, LOCATE_WANTED, IDENTIFY, ASSET_TRACING ->
          lane == DispatchKind.Lane.PERSON;
      case HUMANITARIAN -> lane == DispatchKind.Lane.HUMANITARIAN || lane == DispatchKind.Lane.LIFE;
      case CORRECTION -> lane == DispatchKind.Lane.HUMANITARIAN;
      case GOVERNANCE -> lane == DispatchKind.Lane.GOVERNANCE;
      case IMMIGRATION_CONTROL, POLITICAL, OTHER -> false;
    };
  }
}
