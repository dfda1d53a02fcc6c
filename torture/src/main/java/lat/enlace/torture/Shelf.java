// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import lat.enlace.demo.DemoState;
import lat.enlace.demo.DemoState.Account;
import lat.enlace.model.Role;

/// A list of the API in which what a node keeps can be seen, and the state machine of
/// docs/spec/kinds.md that each thing on it goes through.
enum Shelf {
  /// Questions asked.
  QUESTIONS("/questions", "AskedQuestion.State", Role.ANALYST, true),
  /// Questions of partners that wait or waited for a person; one let through leaves the list.
  HELD_QUESTIONS("/desk/questions", "Holding.HeldQuestion.State", Role.AUTHORITY, false),
  /// Follow-ups of partners.
  FOLLOW_UPS("/desk/follow-ups", "Holding.HeldFollowUp.State", Role.DUTY_OFFICER, true),
  /// Requests sent.
  REQUESTS("/requests", "Requesting.SentRequest.State", Role.ANALYST, true),
  /// Requests of partners.
  HELD_REQUESTS("/desk/requests", "Replying.HeldRequest.State", Role.DUTY_OFFICER, true),
  /// Information unasked, sent and received.
  INFORMATION("/spontaneous", "Informing.Information.State", Role.DUTY_OFFICER, true),
  /// Whereabouts, sent and received.
  INQUIRIES("/inquiries", "Whereabouts.Inquiry.State", Role.DUTY_OFFICER, true),
  /// Recalls, sent and received.
  RECALLS("/recalls", "Recalling.RecallView.State", Role.DUTY_OFFICER, true);

  private final String path;
  private final String machine;
  private final Role reader;
  private final boolean lasting;

  Shelf(String path, String machine, Role reader, boolean lasting) {
    this.path = path;
    this.machine = machine;
    this.reader = reader;
    this.lasting = lasting;
  }

  String path() {
    return path;
  }

  String machine() {
    return machine;
  }

  /// Who sees all of it.
  Account reader(DemoState state) {
    return state.accounts().stream()
        .filter(account -> account.role() == reader)
        .findFirst()
        .orElseThrow();
  }

  /// True if nothing leaves it.
  boolean lasting() {
    return lasting;
  }
}
