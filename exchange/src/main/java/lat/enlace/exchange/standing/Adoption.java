// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.standing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.port.NodeKeys;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.Role;
import lat.enlace.note.VerifierKey;

/// Which signed text this node may adopt (docs/spec/exchange.md, "Adoption"). The signatures were
/// verified under the keys that the text itself names; here it is settled that these are the keys
/// this state has, and knows of its partners, and that no older text comes back.
final class Adoption {
  private final Identity own;
  private final Accords accords;
  private final NodeKeys keys;

  Adoption(Identity own, Accords accords, NodeKeys keys) {
    this.own = own;
    this.accords = accords;
    this.keys = keys;
  }

  /// @throws ExchangeException with code NOT_TRUSTED if this state and node are no party or the
  ///   text names other root keys for them; WRONG_STATE if the text is not newer than the one
  ///   adopted; ROLE_MISSING if it changes a partner's root keys and no authority adopts it
  void require(Officer by, SignedInstrument signed) throws ExchangeException {
    requireOurs(signed);
    requireNewer(signed);
    boolean changesKeys =
        signed.instrument().parties().stream().anyMatch(this::namesOtherKeysThanBefore);
    if (changesKeys && !by.has(Role.AUTHORITY)) {
      throw new ExchangeException(
          ExchangeException.Code.ROLE_MISSING,
          "the root keys of a partner change: an authority compares fingerprints and adopts");
    }
  }

  private void requireOurs(SignedInstrument signed) throws ExchangeException {
    Optional<Party> ours =
        signed.instrument().party(own.state()).filter(party -> party.node().equals(own.node()));
    if (ours.isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "this state and node are no party");
    }
    if (!same(ours.get().rootKeys(), keys.rootKeys())) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "the text names root keys that are not this state's");
    }
  }

  /// A higher version, or the same text with at least the accessions that were adopted.
  private void requireNewer(SignedInstrument signed) throws ExchangeException {
    Optional<SignedInstrument> before = accords.named(signed.instrument().id());
    if (before.isEmpty()) {
      return;
    }
    boolean newer =
        signed.text().hash().equals(before.get().text().hash())
            ? extended(notes(signed), notes(before.get()))
            : signed.instrument().heading().version()
                > before.get().instrument().heading().version();
    if (!newer) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "not newer than the text that was adopted");
    }
  }

  private static boolean extended(List<Bytes> now, List<Bytes> before) {
    return now.size() >= before.size() && now.subList(0, before.size()).equals(before);
  }

  private static List<Bytes> notes(SignedInstrument signed) {
    return signed.accessions().stream().map(one -> one.note().bytes()).toList();
  }

  private boolean namesOtherKeysThanBefore(Party party) {
    return accords.parties().stream()
        .filter(known -> known.node().equals(party.node()) || known.state().equals(party.state()))
        .anyMatch(known ->
            !known.node().equals(party.node()) || !same(known.rootKeys(), party.rootKeys()));
  }

  private static boolean same(List<VerifierKey> one, List<VerifierKey> other) {
    return new HashSet<>(one).equals(new HashSet<>(other));
  }
}
