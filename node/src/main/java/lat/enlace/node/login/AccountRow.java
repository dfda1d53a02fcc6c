// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An account as a row: JSON with codes.
///
/// @param awaitingKey null in rows of before there was one
record AccountRow(
    String id,
    String agency,
    String state,
    String kind,
    String unit,
    List<String> roles,
    String language,
    String passwordHash,
    String approvalKey,
    @Nullable String awaitingKey,
    boolean active) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Refuses a row that lacks a value: reading tells it as a row that is no account.
  AccountRow {
    for (Object value :
        Arrays.asList(id, agency, state, kind, unit, language, passwordHash, approvalKey)) {
      Objects.requireNonNull(value);
    }
    roles = List.copyOf(roles);
  }

  static Bytes write(Account account) {
    Officer officer = account.officer();
    AccountRow row =
        new AccountRow(
            officer.id().value(),
            officer.agency().id().value(),
            officer.agency().state().value(),
            officer.agency().kind().code(),
            officer.unit().value(),
            officer.roles().stream().map(Role::code).sorted().toList(),
            officer.language().code(),
            account.passwordHash(),
            account.approvalKey().base64(),
            account.awaitingKey().base64(),
            account.active());
    return Bytes.copyOf(JSON.writeValueAsBytes(row));
  }

  static Account read(Bytes value) {
    try {
      return JSON.readValue(value.toArray(), AccountRow.class).account();
    } catch (JacksonException | IllegalArgumentException | MalformedBytesException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  private Account account() throws MalformedBytesException {
    Agency home =
        new Agency(new AgencyId(agency), new StateCode(state), coded(AgencyKind.class, kind));
    Officer officer =
        new Officer(
            new OfficerId(id),
            home,
            new UnitId(unit),
            roles.stream().map(code -> coded(Role.class, code)).collect(Collectors.toSet()),
            coded(Language.class, language));
    Bytes awaiting = awaitingKey == null ? Bytes.EMPTY : Bytes.fromBase64(awaitingKey);
    return new Account(officer, passwordHash, Bytes.fromBase64(approvalKey), awaiting, active);
  }

  private static <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
    return Coded.find(type, code)
        .orElseThrow(() -> new IllegalArgumentException("not a code of " + type.getSimpleName()));
  }
}
