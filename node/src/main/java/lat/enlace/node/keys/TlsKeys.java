// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Hash;

/// The TLS keys of this node, as they take over from one another: which one it shows now, and which
/// else a partner may know that missed a node record (docs/spec/node-record.md, "TLS keys").
public final class TlsKeys {
  private volatile List<TlsIdentity> inOrder;

  /// Has one key only.
  public TlsKeys(TlsIdentity only) {
    this.inOrder = List.of(only);
  }

  /// Reads those of `vault`.
  ///
  /// @param named the pins that the node record in force names
  /// @throws KeysException with code NO_SUCH_KEY if there is none
  public TlsKeys(Vault vault, Set<Hash> named, Instant now) throws KeysException {
    this.inOrder = read(vault, named, now);
  }

  /// Reads the vault again: time has passed, or a command beside the node made a key.
  public void refresh(Vault vault, Set<Hash> named, Instant now) throws KeysException {
    inOrder = read(vault, named, now);
  }

  /// The one to show to whoever comes: of those named and in term the one that ends first, because
  /// every partner knows it the longest.
  public TlsIdentity shown() {
    return inOrder.getFirst();
  }

  /// All that are in term, the one to try first at a partner first. Those that no record in force
  /// names come last: a partner that does not know the newest record knows them.
  public List<TlsIdentity> inOrder() {
    return inOrder;
  }

  private static List<TlsIdentity> read(Vault vault, Set<Hash> named, Instant now)
      throws KeysException {
    List<TlsIdentity> all = new ArrayList<>(TlsIdentity.all(vault));
    all.addAll(TlsIdentity.replaced(vault));
    if (all.isEmpty()) {
      throw new KeysException(KeysException.Code.NO_SUCH_KEY, "tls");
    }
    List<TlsIdentity> inTerm =
        all.stream()
            .filter(one -> now.isBefore(one.until()))
            .sorted(
                Comparator.comparing((TlsIdentity one) -> !named.contains(one.pin()))
                    .thenComparing(TlsIdentity::until))
            .toList();
    // Where all have ended, the node still speaks, and partners tell why they refuse.
    return inTerm.isEmpty() ? List.of(all.getLast()) : inTerm;
  }
}
