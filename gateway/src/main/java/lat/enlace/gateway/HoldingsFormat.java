// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import lat.enlace.model.Coded;

/// A format of holdings that can be read.
public enum HoldingsFormat implements Coded {
  /// The consolidated list of the United Nations Security Council in XML.
  UN_XML("un-xml"),
  /// OFAC's specially designated nationals in the legacy comma-separated files.
  OFAC_CSV("ofac-csv"),
  /// FollowTheMoney entities, one JSON object a line.
  FTM_JSON_LINES("ftm-json-lines"),
  /// Comma-separated values with a header of property names.
  CSV("csv");

  private final String code;

  HoldingsFormat(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
