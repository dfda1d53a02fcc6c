// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.login.Account;
import lat.enlace.node.login.Accounts;
import lat.enlace.node.login.LoginException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts of this node, for its operator; and each officer's own password and personal key.
@RestController
@RequestMapping("/api/v1/accounts")
final class AccountsApi {
  private final Caller caller;
  private final Accounts accounts;
  private final Identity identity;

  AccountsApi(Caller caller, Accounts accounts, NodeSettings settings) {
    this.caller = caller;
    this.accounts = accounts;
    this.identity = settings.identity();
  }

  /// All accounts, closed ones too.
  @GetMapping
  List<View> all() throws ExchangeException {
    operator();
    return accounts.all().stream().map(View::of).toList();
  }

  /// Opens an account.
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(@RequestBody Form form) throws ApiException, ExchangeException, LoginException {
    operator();
    accounts.create(form.toOfficer(identity), Given.text(form.password(), "password"));
  }

  /// Closes an account; what it did stays on the ledger.
  @PostMapping("/{id}/close")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable String id) throws ApiException, ExchangeException, LoginException {
    operator();
    accounts.setActive(Given.as(OfficerId::new, id, "id"), false);
  }

  /// Opens a closed account again.
  @PostMapping("/{id}/reopen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reopen(@PathVariable String id) throws ApiException, ExchangeException, LoginException {
    operator();
    accounts.setActive(Given.as(OfficerId::new, id, "id"), true);
  }

  /// Gives an account another password: the operator's deed for anyone, anyone's for himself.
  @PostMapping("/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@PathVariable String id, @RequestBody Password password)
      throws ApiException, ExchangeException, LoginException {
    Officer by = caller.officer();
    OfficerId officer = Given.as(OfficerId::new, id, "id");
    if (!by.id().equals(officer)) {
      operator();
    }
    accounts.changePassword(officer, Given.text(password.password(), "password"));
  }

  /// Gives an authority a personal key under a passphrase that only he knows: nobody else's deed.
  @PostMapping("/{id}/personal-key")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveKey(@PathVariable String id, @RequestBody Passphrase passphrase)
      throws ApiException, ExchangeException, LoginException {
    Officer by = caller.officer();
    OfficerId officer = Given.as(OfficerId::new, id, "id");
    if (!by.id().equals(officer)) {
      throw new ExchangeException(
          ExchangeException.Code.ROLE_MISSING, "Only the authority makes this key.");
    }
    accounts.givePersonalKey(officer, Given.text(passphrase.passphrase(), "passphrase"));
  }

  private void operator() throws ExchangeException {
    if (!caller.officer().has(Role.OPERATOR)) {
      throw new ExchangeException(ExchangeException.Code.ROLE_MISSING, "This is the operator's.");
    }
  }

  record Form(
      @Nullable String id,
      @Nullable String password,
      @Nullable String agency,
      @Nullable String agencyKind,
      @Nullable String unit,
      @Nullable List<String> roles,
      @Nullable String language) {
    Officer toOfficer(Identity identity) throws ApiException {
      Set<Role> held = Given.codes(Role.class, roles, "roles");
      AgencyKind kind = Given.code(AgencyKind.class, agencyKind, "agencyKind");
      Agency home =
          Given.as(
              text -> new Agency(new AgencyId(text), identity.state(), kind), agency, "agency");
      return new Officer(
          Given.as(OfficerId::new, id, "id"),
          home,
          Given.as(UnitId::new, unit, "unit"),
          held,
          Given.code(Language.class, language, "language"));
    }

    @Override
    public String toString() {
      return "Form[]";
    }
  }

  record Password(@Nullable String password) {
    @Override
    public String toString() {
      return "Password[]";
    }
  }

  record Passphrase(@Nullable String passphrase) {
    @Override
    public String toString() {
      return "Passphrase[]";
    }
  }

  record View(
      String id,
      String agency,
      String agencyKind,
      String unit,
      List<String> roles,
      String language,
      boolean active,
      boolean personalKey) {
    static View of(Account account) {
      Officer officer = account.officer();
      return new View(
          officer.id().value(),
          officer.agency().id().value(),
          officer.agency().kind().code(),
          officer.unit().value(),
          officer.roles().stream().map(Role::code).sorted().toList(),
          officer.language().code(),
          account.active(),
          !account.approvalKey().isEmpty());
    }
  }
}
