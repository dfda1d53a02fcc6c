// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.port.Approval.ApprovalRefusedException;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.node.login.AccountDesk;
import lat.enlace.node.login.LoginException;
import lat.enlace.workbench.SigningException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator cannot do to an authority, and what everybody sees of what he does.
class AccountDeedsTest {
  private static final String NEW = "another long passphrase";
  private static final Bytes TEXT = Bytes.utf8("the exact text");
  private static final OfficerId OPERATOR = new OfficerId("operator");
  private static final OfficerId RIGHTS = new OfficerId("rights-officer");
  private static final Officer JUDGE = NodePair.officer("CO", "authority", Role.AUTHORITY);

  @TempDir private Path folder;
  private OpenNode node;
  private AccountDesk desk;

  @BeforeEach
  void open() throws Exception {
    node = new NodePair(folder).make().open("CO");
    desk = node.accountDesk(node.core());
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void key_ofWhoeverSetThePasswordSignsNothingUntilTheRightsOfficerConfirms() throws Exception {
    desk.resetPassword(OPERATOR, JUDGE.id(), "chosen by the operator");
    desk.makeKey(JUDGE.id(), "", NEW);
    Hash compared = awaiting();
    assertThatThrownBy(() -> node.approval().sign(JUDGE, TEXT, NEW))
        .isInstanceOfSatisfying(
            SigningException.class,
            e -> assertThat(e.code()).isEqualTo(SigningException.Code.WRONG_PASSPHRASE));
    Bytes before = node.approval().sign(JUDGE, TEXT, NodePair.PASSPHRASE);
    assertThat(node.approval().check(JUDGE, TEXT, before).signature()).isEqualTo(before);
    desk.decideKey(RIGHTS, JUDGE.id(), compared, true);
    Bytes after = node.approval().sign(JUDGE, TEXT, NEW);
    assertThat(node.approval().check(JUDGE, TEXT, after).signature()).isEqualTo(after);
    assertThatThrownBy(() -> node.approval().check(JUDGE, TEXT, before))
        .isInstanceOf(ApprovalRefusedException.class);
    assertCode(
        LoginException.Code.NO_KEY, () -> desk.decideKey(RIGHTS, JUDGE.id(), compared, true));
  }

  @Test
  void key_refusedByTheRightsOfficerIsGone() throws Exception {
    desk.makeKey(JUDGE.id(), "", NEW);
    Hash compared = awaiting();
    desk.decideKey(RIGHTS, JUDGE.id(), compared, false);
    assertCode(
        LoginException.Code.NO_KEY, () -> desk.decideKey(RIGHTS, JUDGE.id(), compared, true));
    assertThat(node.approval().sign(JUDGE, TEXT, NodePair.PASSPHRASE).isEmpty()).isFalse();
  }

  @Test
  void key_madeAfterTheOneComparedIsNotDecidedWithIt() throws Exception {
    desk.makeKey(JUDGE.id(), "", NEW);
    Hash compared = awaiting();
    desk.makeKey(JUDGE.id(), "", "chosen by the operator");
    assertCode(
        LoginException.Code.ANOTHER_KEY, () -> desk.decideKey(RIGHTS, JUDGE.id(), compared, true));
    assertCode(
        LoginException.Code.ANOTHER_KEY, () -> desk.decideKey(RIGHTS, JUDGE.id(), compared, false));
    assertCode(
        LoginException.Code.ANOTHER_KEY, () -> node.accounts().putKeyInForce(JUDGE.id(), compared));
    Bytes before = node.approval().sign(JUDGE, TEXT, NodePair.PASSPHRASE);
    assertThat(node.approval().check(JUDGE, TEXT, before).signature()).isEqualTo(before);
    assertThat(awaiting()).isNotEqualTo(compared);
    assertThat(entered())
        .extracting(entry -> entry.get("deed").asString())
        .containsExactly("make-key", "make-key");
  }

  @Test
  void key_madeWithThePassphraseBeforeSignsAtOnce() throws Exception {
    assertCode(
        LoginException.Code.WRONG_PASSWORD, () -> desk.makeKey(JUDGE.id(), "not this one", NEW));
    assertThat(node.accounts().find(JUDGE.id()).orElseThrow().awaitingKey().isEmpty()).isTrue();
    desk.makeKey(JUDGE.id(), NodePair.PASSPHRASE, NEW);
    Bytes signature = node.approval().sign(JUDGE, TEXT, NEW);
    assertThat(node.approval().check(JUDGE, TEXT, signature).signature()).isEqualTo(signature);
  }

  @Test
  void password_ofOneselfIsChangedOnlyWithTheOneBefore() throws Exception {
    assertCode(
        LoginException.Code.WRONG_PASSWORD,
        () -> desk.resetPassword(OPERATOR, OPERATOR, "a new long secret"));
    assertCode(
        LoginException.Code.WRONG_PASSWORD,
        () -> desk.changePassword(OPERATOR, "not this one", "a new long secret"));
    desk.changePassword(OPERATOR, NodePair.PASSWORD, "a new long secret");
    assertCode(
        LoginException.Code.WRONG_PASSWORD,
        () -> desk.changePassword(OPERATOR, NodePair.PASSWORD, "a new long secret"));
  }

  @Test
  void deeds_areEntriesThatNameNobody() throws Exception {
    Officer ana = NodePair.officer("CO", "ana.ejemplo", Role.ANALYST);
    desk.open(OPERATOR, ana, "una clave bien larga");
    desk.resetPassword(OPERATOR, ana.id(), "otra clave bien larga");
    desk.setActive(OPERATOR, ana.id(), false);
    desk.setActive(OPERATOR, ana.id(), true);
    desk.makeKey(JUDGE.id(), "", NEW);
    Hash compared = awaiting();
    desk.decideKey(RIGHTS, JUDGE.id(), compared, true);
    desk.makeKey(JUDGE.id(), NEW, "yet another passphrase");
    assertCode(LoginException.Code.EXISTS, () -> desk.open(OPERATOR, ana, "una clave bien larga"));
    List<JsonNode> entered = entered();
    assertThat(entered)
        .extracting(entry -> entry.get("deed").asString())
        .containsExactly(
            "open", "reset-password", "close", "reopen", "make-key", "confirm-key", "replace-key");
    assertThat(entered)
        .allSatisfy(entry ->
            assertThat(entry.toString()).doesNotContain("ana", "operator", "authority", "rights"));
    Officer rights = NodePair.officer("CO", "rights-officer", Role.RIGHTS_OFFICER);
    OfficerPseudonym by = new OfficerPseudonym(entered.getFirst().at("/by/value").asString());
    Optional<OfficerId> behind =
        node.core().with(exchange -> exchange.records().officerBehind(rights, by));
    assertThat(behind).contains(OPERATOR);
  }

  private Hash awaiting() {
    return Hash.sha256(node.accounts().find(JUDGE.id()).orElseThrow().awaitingKey());
  }

  /// The contents of the entries about accounts, oldest first.
  private List<JsonNode> entered() throws Exception {
    Officer rights = NodePair.officer("CO", "rights-officer", Role.RIGHTS_OFFICER);
    Records.Why why = new Records.Why(new CaseReference("CO-2026-1"), "to look after accounts");
    List<JsonNode> entered = new ArrayList<>();
    for (Records.EntryView each :
        node.core().with(exchange -> exchange.records().entries(rights, 1000)).reversed()) {
      if (each.type().equals(EntryType.ACCOUNT.code())) {
        Bytes opening =
            node.core()
                .with(exchange -> exchange.records().open(rights, each.index(), why))
                .opening();
        String text = new String(opening.toArray(), StandardCharsets.ISO_8859_1);
        entered.add(JsonMapper.shared().readTree(text.substring(text.indexOf("{\"deed\""))));
      }
    }
    return entered;
  }

  private static void assertCode(LoginException.Code code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(LoginException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
