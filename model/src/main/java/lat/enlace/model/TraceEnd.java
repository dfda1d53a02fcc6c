// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Where the chain of a firearm trace ends. A partial chain is an answer, if it says where it
/// stops.
public enum TraceEnd implements Coded {
  /// Every link to the seizure is known.
  COMPLETE("complete"),
  /// Registers were destroyed or not kept.
  RECORDS_LOST("records-lost"),
  /// It leads to another state, which must be asked.
  ABROAD("abroad"),
  /// The marking cannot be read or is forged.
  SERIAL_UNREADABLE("serial-unreadable"),
  /// It was lost or stolen from its last lawful holder.
  REPORTED_STOLEN("reported-stolen"),
  /// The search goes on.
  STILL_SOUGHT("still-sought");

  private final String code;

  TraceEnd(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
