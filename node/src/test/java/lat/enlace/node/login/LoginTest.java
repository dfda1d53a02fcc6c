// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import static lat.enlace.node.login.Carriers.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Approval.ApprovalRefusedException;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import lat.enlace.node.keys.HashTurns;
import lat.enlace.node.keys.PersonalKeys;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.store.DatabaseSettings;
import lat.enlace.node.store.KeptKeys;
import lat.enlace.node.store.SqlDatabase;
import lat.enlace.workbench.FirstOperator.Outcome;
import lat.enlace.workbench.SigningException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PASSWORD = "caballo correcto 9";
  private static final HashTurns TURNS = new HashTurns();
  private static final Passwords PASSWORDS = new Passwords(TURNS);

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private SqlDatabase database;
  private Accounts accounts;
  private Lockout lockout;
  private Authenticator authenticator;
  private PersonalApproval approval;

  @BeforeEach
  void open() throws Exception {
    Unlocking unlocking = Unlocking.KeyFile.create(folder.resolve("node.key"), RANDOM);
    PersonalKeys keys =
        new PersonalKeys(Vault.create(folder.resolve("data"), unlocking, RANDOM), RANDOM, TURNS);
    database =
        SqlDatabase.open(
            DatabaseSettings.sqlite(folder.resolve("db.sqlite")),
            new SecretKeySpec(new byte[32], "AES"),
            new KeptKeys(),
            RANDOM);
    accounts = new Accounts(database, PASSWORDS, keys);
    lockout = new Lockout(() -> now);
    authenticator = new Authenticator(accounts, PASSWORDS, lockout, new SessionTerms(), () -> now);
    approval = new PersonalApproval(accounts, keys, lockout);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void officer_comesInWithHisPasswordOnly() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    assertThat(authenticator.officer("ana", PASSWORD)).isPresent();
    assertThat(authenticator.officer("ana", PASSWORD)).isPresent();
    assertThat(authenticator.officer("ana", PASSWORD + " ")).isEmpty();
    assertThat(authenticator.officer("nobody", PASSWORD)).isEmpty();
    assertThat(authenticator.officer("../ana", PASSWORD)).isEmpty();
  }

  @Test
  void officer_staysOutOnceHisAccountIsClosed() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    assertThat(authenticator.officer("ana", PASSWORD)).isPresent();
    accounts.setActive(new OfficerId("ana"), false);
    assertThat(authenticator.officer("ana", PASSWORD)).isEmpty();
    assertThat(accounts.active(new OfficerId("ana"))).isEmpty();
  }

  @Test
  void officer_needsTheNewPasswordAfterAChange() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    assertThat(authenticator.officer("ana", PASSWORD)).isPresent();
    accounts.changePassword(new OfficerId("ana"), "otra clave bien larga");
    assertThat(authenticator.officer("ana", PASSWORD)).isEmpty();
    assertThat(authenticator.officer("ana", "otra clave bien larga")).isPresent();
  }

  @Test
  void lockout_refusesTheRightPasswordUntilTheBackOffEnds() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    for (int i = 0; i < 5; i++) {
      assertThat(authenticator.officer("ana", "wrong password " + i)).isEmpty();
    }
    assertThat(authenticator.officer("ana", PASSWORD)).isEmpty();
    now = now.plus(Duration.ofSeconds(61));
    assertThat(authenticator.officer("ana", PASSWORD)).isPresent();
  }

  @Test
  void officer_staysOutAfterGuessesSentAtOnce() throws Exception {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    atOnce(24, i -> assertThat(authenticator.officer("ana", "wrong password " + i)).isEmpty());
    assertThat(authenticator.officer("ana", PASSWORD)).isEmpty();
    now = now.plus(Duration.ofSeconds(31));
    assertThat(authenticator.officer("ana", PASSWORD)).isPresent();
  }

  @Test
  void sign_judgesNoMorePassphrasesAtOnceThanOneAfterTheOther() throws Exception {
    Officer judge = officer("jueza", Role.AUTHORITY);
    accounts.create(judge, PASSWORD);
    accounts.putKeyInForce(judge.id(), accounts.makeKey(judge.id(), "una frase que solo yo sé"));
    Queue<SigningException.Code> codes = new ConcurrentLinkedQueue<>();
    atOnce(
        24,
        i -> {
          try {
            approval.sign(judge, Bytes.utf8("text"), "wrong passphrase " + i);
          } catch (SigningException e) {
            codes.add(e.code());
          }
        });
    assertThat(codes).hasSize(24);
    assertThat(codes).filteredOn(SigningException.Code.WRONG_PASSPHRASE::equals).hasSize(5);
  }

  @Test
  void officer_leavesNoTraceOfNamesWithoutAccount() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    accounts.create(officer("eva", Role.ANALYST), PASSWORD);
    accounts.setActive(new OfficerId("eva"), false);
    for (String name : List.of("nobody", "../ana", "", "x".repeat(2 << 20), "eva", "ANA")) {
      assertThat(authenticator.officer(name, "wrong password")).isEmpty();
    }
    assertThat(lockout.size()).isZero();
    assertThat(authenticator.officer("ana", "wrong password")).isEmpty();
    assertThat(lockout.size()).isEqualTo(1);
  }

  @Test
  void officer_isRefusedWithAPasswordThatOnlyBeginsAsHis() throws LoginException {
    String longest = "clave larga ".repeat(17).substring(0, 200);
    accounts.create(officer("ana", Role.ANALYST), longest);
    assertThat(authenticator.officer("ana", longest + "x")).isEmpty();
    assertThat(authenticator.officer("ana", longest + "x".repeat(1 << 20))).isEmpty();
    assertThat(lockout.size()).isEqualTo(1);
    assertThat(authenticator.officer("ana", longest)).isPresent();
  }

  @Test
  void create_refusesWeakPasswords() {
    Officer ana = officer("ana.ejemplo", Role.ANALYST);
    assertCode(LoginException.Code.WEAK_PASSWORD, () -> accounts.create(ana, "corta"));
    assertCode(LoginException.Code.WEAK_PASSWORD, () -> accounts.create(ana, "aaaaaaaaaaaaaa"));
    assertCode(LoginException.Code.WEAK_PASSWORD, () -> accounts.create(ana, "Password1234"));
    assertCode(
        LoginException.Code.WEAK_PASSWORD, () -> accounts.create(ana, "soy ana.ejemplo 2026"));
  }

  @Test
  void create_refusesASecondAccountAndRolesThatDoNotGoTogether() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST, Role.DUTY_OFFICER), PASSWORD);
    assertCode(
        LoginException.Code.EXISTS, () -> accounts.create(officer("ana", Role.OPERATOR), PASSWORD));
    assertCode(
        LoginException.Code.ROLES_TOGETHER,
        () -> accounts.create(officer("eva", Role.ANALYST, Role.AUTHORITY), PASSWORD));
    assertCode(
        LoginException.Code.ROLES_TOGETHER,
        () -> accounts.create(officer("eva", Role.OPERATOR, Role.RIGHTS_OFFICER), PASSWORD));
    assertCode(LoginException.Code.ROLES_TOGETHER, () -> accounts.create(officer("eva"), PASSWORD));
  }

  @Test
  void firstCode_worksOnceAndOnlyWithTheCode() {
    FirstCode first = firstCode();
    OfficerId id = new OfficerId("operadora");
    assertThat(first.awaited()).isTrue();
    assertThat(first.create("AAAAA-AAAAA-AAAAA-AAAAA", id, PASSWORD)).isEqualTo(Outcome.REFUSED);
    assertThat(first.create(first.exposeCode(), id, "corta")).isEqualTo(Outcome.WEAK_PASSWORD);
    assertThat(first.create(first.exposeCode(), id, PASSWORD)).isEqualTo(Outcome.CREATED);
    assertThat(first.awaited()).isFalse();
    assertThat(first.create(first.exposeCode(), new OfficerId("otra"), PASSWORD))
        .isEqualTo(Outcome.REFUSED);
    assertThat(accounts.active(id).orElseThrow().roles()).containsExactly(Role.OPERATOR);
  }

  @Test
  void firstCode_endsAfterTenWrongTries() {
    FirstCode first = firstCode();
    OfficerId id = new OfficerId("operadora");
    for (int i = 0; i < 10; i++) {
      assertThat(first.create("wrong", id, PASSWORD)).isEqualTo(Outcome.REFUSED);
    }
    assertThat(first.create(first.exposeCode(), id, PASSWORD)).isEqualTo(Outcome.REFUSED);
    assertThat(first.awaited()).isTrue();
  }

  @Test
  void approval_takesOnlyTheAuthoritysSignatureOverTheText() throws Exception {
    Officer judge = officer("jueza", Role.AUTHORITY);
    accounts.create(judge, PASSWORD);
    accounts.putKeyInForce(judge.id(), accounts.makeKey(judge.id(), "una frase que solo yo sé"));
    Bytes text = Bytes.utf8("the exact text");
    Bytes signature = approval.sign(judge, text, "una frase que solo yo sé");
    assertThat(approval.check(judge, text, signature).signature()).isEqualTo(signature);
    assertThatThrownBy(() -> approval.check(judge, Bytes.utf8("another text"), signature))
        .isInstanceOf(ApprovalRefusedException.class);
    Officer other = officer("otra", Role.AUTHORITY);
    accounts.create(other, PASSWORD);
    accounts.putKeyInForce(other.id(), accounts.makeKey(other.id(), "otra frase bastante larga"));
    assertThatThrownBy(() -> approval.check(other, text, signature))
        .isInstanceOf(ApprovalRefusedException.class);
    accounts.setActive(judge.id(), false);
    assertThatThrownBy(() -> approval.check(judge, text, signature))
        .isInstanceOf(ApprovalRefusedException.class);
  }

  @Test
  void sign_locksAfterWrongPassphrases() throws Exception {
    Officer judge = officer("jueza", Role.AUTHORITY);
    accounts.create(judge, PASSWORD);
    accounts.putKeyInForce(judge.id(), accounts.makeKey(judge.id(), "una frase que solo yo sé"));
    for (int i = 0; i < 5; i++) {
      assertSigning(SigningException.Code.WRONG_PASSPHRASE, judge, "wrong passphrase");
    }
    assertSigning(SigningException.Code.LOCKED, judge, "una frase que solo yo sé");
    assertSigning(SigningException.Code.NO_KEY, officer("eva", Role.AUTHORITY), "anything");
  }

  @Test
  void makeKey_isForAuthoritiesWithALongPassphrase() throws LoginException {
    accounts.create(officer("ana", Role.ANALYST), PASSWORD);
    assertCode(
        LoginException.Code.ROLES_TOGETHER,
        () -> accounts.makeKey(new OfficerId("ana"), "una frase bastante larga"));
    accounts.create(officer("jueza", Role.AUTHORITY), PASSWORD);
    assertCode(
        LoginException.Code.WEAK_PASSPHRASE,
        () -> accounts.makeKey(new OfficerId("jueza"), "corta"));
  }

  private FirstCode firstCode() {
    return new FirstCode(
        accounts, PASSWORDS, new StateCode("CO"), Language.ES, first -> {}, RANDOM);
  }

  private void assertSigning(SigningException.Code code, Officer by, String passphrase) {
    assertThatThrownBy(() -> approval.sign(by, Bytes.utf8("text"), passphrase))
        .isInstanceOfSatisfying(SigningException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Officer officer(String id, Role... roles) {
    return new Officer(
        new OfficerId(id),
        new Agency(new AgencyId("co-policia"), new StateCode("CO"), AgencyKind.POLICE),
        new UnitId("spoc"),
        Set.of(roles),
        Language.ES);
  }

  private static void assertCode(LoginException.Code code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(LoginException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
