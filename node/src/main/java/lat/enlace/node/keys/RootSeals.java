// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.util.List;
import lat.enlace.exchange.port.Clock;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import lat.enlace.workbench.Seals;
import lat.enlace.workbench.SigningException;

/// The root keys in this node's vault, where the state keeps them there.
public final class RootSeals implements Seals {
  private final Vault vault;
  private final Clock clock;

  /// From `vault`.
  public RootSeals(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public boolean held() {
    try {
      return !Keyring.root(vault).isEmpty();
    } catch (KeysException e) {
      // A key that does not open is a key this node does not hold; doctor says why.
      return false;
    }
  }

  @Override
  public Note seal(Note note) throws SigningException {
    try {
      List<SigningKey> keys = Keyring.root(vault);
      if (keys.isEmpty()) {
        throw new SigningException(SigningException.Code.NO_ROOT_KEY);
      }
      Note sealed = note;
      List<VerifierKey> own = keys.stream().map(SigningKey::verifierKey).toList();
      List<VerifierKey> missing = SignedInstrument.missing(note, own);
      for (SigningKey key : keys) {
        if (missing.contains(key.verifierKey())) {
          sealed = sealed.sign(key, clock.now());
        }
      }
      return sealed;
    } catch (KeysException | NoteException e) {
      throw new SigningException(SigningException.Code.NO_ROOT_KEY);
    }
  }
}
