// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import lat.enlace.exchange.Identity;
import lat.enlace.model.Language;
import lat.enlace.note.VerifierKey;

/// The settings of a node, as `node.properties` holds them.
///
/// @param mirror where the second copy of the ledger lies
/// @param witnesses that cosign its heads
public record NodeSettings(
    Identity identity,
    Face face,
    Web web,
    Peering peering,
    Database database,
    Unlock unlock,
    Path mirror,
    List<WitnessAt> witnesses) {
  /// Copies the list.
  public NodeSettings {
    witnesses = List.copyOf(witnesses);
  }

  /// Without witnesses from outside.
  public NodeSettings(
      Identity identity,
      Face face,
      Web web,
      Peering peering,
      Database database,
      Unlock unlock,
      Path mirror) {
    this(identity, face, web, peering, database, unlock, mirror, List.of());
  }

  /// How the node presents itself.
  ///
  /// @param sample true if people and cases are invented; only then may passwords be weak
  public record Face(Language language, ZoneId zone, boolean sample) {}

  /// Pages and API.
  ///
  /// @param host the name people type
  /// @param address the interface it listens on
  /// @param tls certificate chain and key in PEM: both or none; none means plain HTTP, which
  ///   belongs behind a proxy or on the loopback interface
  /// @param proxied true if a proxy in front of it speaks TLS with the people
  public record Web(String host, String address, int port, List<Path> tls, boolean proxied) {
    /// Copies the list.
    public Web {
      tls = List.copyOf(tls);
    }

    /// Without a proxy.
    public Web(String host, String address, int port, List<Path> tls) {
      this(host, address, port, tls, false);
    }

    /// True if people come by TLS, to this node or to a proxy in front of it.
    public boolean https() {
      return proxied || !tls.isEmpty();
    }

    /// What people open; behind a proxy its port is the usual one.
    public String url() {
      return proxied ? "https://" + host : (https() ? "https://" : "http://") + host + ":" + port;
    }
  }

  /// A witness that cosigns this node's heads.
  ///
  /// @param url where it listens, for instance {@code https://witness.example}
  /// @param key its verifier key, whose type bears a time
  public record WitnessAt(URI url, VerifierKey key) {}

  /// The port for other nodes.
  ///
  /// @param host the name that the node record gives to partners
  /// @param address the interface it listens on
  public record Peering(String host, String address, int port) {
    /// As the node record names it.
    public String endpoint() {
      return "https://" + host + ":" + port;
    }
  }

  /// Where the database is.
  public sealed interface Database {
    /// In the data folder.
    record Embedded() implements Database {}

    /// On a PostgreSQL server.
    ///
    /// @param passwordFile a file that holds the password
    record Postgres(String url, String user, Path passwordFile) implements Database {}
  }

  /// Where the key-encryption key comes from.
  public sealed interface Unlock {
    /// A file outside the data folder.
    record KeyFile(Path file) implements Unlock {}

    /// A passphrase in an environment variable that the service manager sets.
    record Environment(String variable) implements Unlock {}

    /// A passphrase that someone types at start.
    record Console() implements Unlock {}
  }
}
