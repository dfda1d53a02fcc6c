// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What an officer may do at his own node.
public enum Role implements Coded {
  /// Asks questions and follows up.
  ANALYST("analyst"),
  /// Works the inbox: releases, refuses, answers.
  DUTY_OFFICER("duty-officer"),
  /// Authorises with a personal key; never asks.
  AUTHORITY("authority"),
  /// Sees every gate that fired, decides redress, opens pseudonyms.
  RIGHTS_OFFICER("rights-officer"),
  /// Installs, connects, backs up; sees no case data.
  OPERATOR("operator"),
  /// Reads the ledger and the decisions; sees no case data.
  AUDITOR("auditor");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
