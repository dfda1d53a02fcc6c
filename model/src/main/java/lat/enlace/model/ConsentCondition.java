// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Under what an originator consents to a use. Closed: people keep conditions, the machine carries
/// them with the item.
public enum ConsentCondition implements Coded {
  /// Neither the originator nor its sources are named.
  ORIGIN_UNNAMED("origin-unnamed"),
  /// Only what it says in substance, never the exact bytes.
  SUBSTANCE_ONLY("substance-only"),
  /// In a hearing or a file that is closed to the public.
  CLOSED_TO_THE_PUBLIC("closed-to-the-public"),
  /// The originator is told of the use before it happens.
  TELL_BEFORE("tell-before");

  private final String code;

  ConsentCondition(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
