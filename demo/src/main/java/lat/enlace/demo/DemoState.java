// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;

/// A state of the demonstration: its node, ports and invented officers.
///
/// @param webPort where people log in
/// @param peerPort where partners post
public record DemoState(StateCode code, String name, Language language, int webPort, int peerPort) {
  /// Colombia, which has an agreement with each of the others.
  public static final DemoState CO =
      new DemoState(new StateCode("CO"), "Colombia", Language.ES, 8441, 9441);

  /// Venezuela.
  public static final DemoState VE =
      new DemoState(new StateCode("VE"), "Venezuela", Language.ES, 8442, 9442);

  /// Ecuador.
  public static final DemoState EC =
      new DemoState(new StateCode("EC"), "Ecuador", Language.ES, 8443, 9443);

  /// Brazil.
  public static final DemoState BR =
      new DemoState(new StateCode("BR"), "Brasil", Language.PT, 8444, 9444);

  /// All of them.
  public static final List<DemoState> ALL = List.of(CO, VE, EC, BR);

  /// An invented officer; the password is the account's name and {@code -demo-2026}.
  public record Account(String id, String agency, String unit, Role role) {
    /// As the demonstration tells it to everyone.
    public String password() {
      return id + "-demo-2026";
    }
  }

  /// Lower-case state code: the name of its folder and host.
  public String key() {
    return code.value().toLowerCase(Locale.ROOT);
  }

  /// Its node.
  public NodeId node() {
    return new NodeId(key() + ".example/enlace");
  }

  /// Host name of its pages.
  public String host() {
    return key() + ".localhost";
  }

  /// Who asks.
  public Account analyst() {
    return new Account("analyst", key() + "-policia", "crimen-organizado", Role.ANALYST);
  }

  /// Who answers for the node day and night.
  public Account duty() {
    return new Account("duty", key() + "-policia", "punto-unico", Role.DUTY_OFFICER);
  }

  /// Who authorises, and speaks for the state on agreements.
  public Account authority() {
    return new Account("authority", key() + "-fiscalia", "fiscalia-14", Role.AUTHORITY);
  }

  /// Who watches over rights.
  public Account rights() {
    return new Account("rights", key() + "-policia", "derechos", Role.RIGHTS_OFFICER);
  }

  /// Who runs the node.
  public Account operator() {
    return new Account("operator", key() + "-policia", "sistemas", Role.OPERATOR);
  }

  /// Who checks afterwards.
  public Account auditor() {
    return new Account("auditor", key() + "-fiscalia", "control", Role.AUDITOR);
  }

  /// The account as the core knows it.
  public Officer officer(Account account) {
    AgencyKind kind =
        account.agency().endsWith("-fiscalia") ? AgencyKind.PROSECUTOR : AgencyKind.POLICE;
    return new Officer(
        new OfficerId(account.id()),
        new Agency(new AgencyId(account.agency()), code, kind),
        new UnitId(account.unit()),
        Set.of(account.role()),
        language);
  }

  /// All of them.
  public List<Account> accounts() {
    return List.of(analyst(), duty(), authority(), rights(), operator(), auditor());
  }
}
