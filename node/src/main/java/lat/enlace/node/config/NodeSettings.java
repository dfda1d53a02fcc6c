// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import lat.enlace.exchange.Identity;
import lat.enlace.model.Language;

/// The settings of a node, as `node.properties` holds them.
///
/// @param mirror where the second copy of the ledger lies
public record NodeSettings(
    Identity identity,
    Face face,
    Web web,
    Peering peering,
    Database database,
    Unlock unlock,
    Path mirror) {
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
  public record Web(String host, String address, int port, List<Path> tls) {
    /// Copies the list.
    public Web {
      tls = List.copyOf(tls);
    }

    /// What people open.
    public String url() {
      return (tls.isEmpty() ? "http://" : "https://") + host + ":" + port;
    }
  }

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
