// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
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
import lat.enlace.node.login.AccountDesk;
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
  private final AccountDesk desk;
  private final Identity identity;

  AccountsApi(Caller caller, Accounts accounts, AccountDesk desk, NodeSettings settings) {
    this.caller = caller;
    this.accounts = accounts;
    this.desk = desk;
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
    OfficerId by = operator();
    desk.open(by, form.toOfficer(identity), Given.text(form.password(), "password"));
  }

  /// Closes an account; what it did stays on the ledger.
  @PostMapping("/{id}/close")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable String id) throws ApiException, ExchangeException, LoginException {
    desk.setActive(operator(), Given.as(OfficerId::new, id, "id"), false);
  }

  /// Opens a closed account again.
  @PostMapping("/{id}/reopen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reopen(@PathVariable String id) throws ApiException, ExchangeException, LoginException {
    desk.setActive(operator(), Given.as(OfficerId::new, id, "id"), true);
  }

  /// Gives an account another password: the operator's deed for anyone else; anyone's for himself,
  /// who gives the one before.
  @PostMapping("/{id}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(@PathVariable String id, @RequestBody Password password)
      throws ApiException, ExchangeException, LoginException {
    OfficerId officer = Given.as(OfficerId::new, id, "id");
    String wanted = Given.text(password.password(), "password");
    if (caller.officer().id().equals(officer)) {
      desk.changePassword(officer, Given.text(password.before(), "before"), wanted);
    } else {
      desk.resetPassword(operator(), officer, wanted);
    }
  }

  /// Gives an authority a personal key under a passphrase that only he knows: nobody else's deed.
  /// With the passphrase of the key before it is in force; without, it awaits the rights officer.
  @PostMapping("/{id}/personal-key")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveKey(@PathVariable String id, @RequestBody Passphrase passphrase)
      throws ApiException, ExchangeException, LoginException {
    OfficerId officer = Given.as(OfficerId::new, id, "id");
    if (!caller.officer().id().equals(officer)) {
      throw new ExchangeException(
          ExchangeException.Code.ROLE_MISSING, "Only the authority makes this key.");
    }
    desk.makeKey(
        officer,
        Given.orEmpty(passphrase.before()),
        Given.text(passphrase.passphrase(), "passphrase"));
  }

  /// Keys that await the rights officer, with the SHA-256 of each to compare with the authority.
  @GetMapping("/awaiting-keys")
  List<Awaiting> awaiting() throws ExchangeException {
    rightsOfficer();
    return accounts.all().stream()
        .filter(account -> !account.awaitingKey().isEmpty())
        .map(Awaiting::of)
        .toList();
  }

  /// The rights officer asked the authority in person and confirms its key.
  @PostMapping("/{id}/personal-key/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirmKey(@PathVariable String id, @RequestBody Compared compared)
      throws ApiException, ExchangeException, LoginException {
    OfficerId by = rightsOfficer();
    desk.decideKey(by, Given.as(OfficerId::new, id, "id"), compared.hash(), true);
  }

  /// He refuses it: it never signed anything.
  @PostMapping("/{id}/personal-key/refuse")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuseKey(@PathVariable String id, @RequestBody Compared compared)
      throws ApiException, ExchangeException, LoginException {
    OfficerId by = rightsOfficer();
    desk.decideKey(by, Given.as(OfficerId::new, id, "id"), compared.hash(), false);
  }

  private OfficerId operator() throws ExchangeException {
    return caller.officerAs("This is the operator's.", Role.OPERATOR).id();
  }

  private OfficerId rightsOfficer() throws ExchangeException {
    return caller.officerAs("This is the rights officer's.", Role.RIGHTS_OFFICER).id();
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

  record Password(@Nullable String before, @Nullable String password) {
    @Override
    public String toString() {
      return "Password[]";
    }
  }

  record Passphrase(@Nullable String before, @Nullable String passphrase) {
    @Override
    public String toString() {
      return "Passphrase[]";
    }
  }

  /// Which key the two compared: a later one is not decided with it.
  ///
  /// @param sha256 of the public key, in hexadecimal digits
  record Compared(@Nullable String sha256) {
    Hash hash() throws ApiException {
      try {
        return Hash.parse(Bytes.fromHex(Given.text(sha256, "sha256")));
      } catch (MalformedBytesException e) {
        throw new ApiException("sha256");
      }
    }
  }

  /// @param sha256 of the public key, in hexadecimal digits
  record Awaiting(String id, String sha256) {
    static Awaiting of(Account account) {
      return new Awaiting(
          account.officer().id().value(), Hash.sha256(account.awaitingKey()).value().hex());
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
