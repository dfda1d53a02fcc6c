// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.util.Locale;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogStorageException;

/// What keeps a node from taking work, in codes of docs/spec/errors.md, and what ends it. Holds no
/// personal data and nothing that was read.
///
/// @param part what is concerned
/// @param code what is wrong with it
public record Outage(Part part, String code) {
  /// A partner verified more of this ledger than is here: to go on would fork it.
  public static final Outage ROLLED_BACK = new Outage(Part.NODE, "ROLLED_BACK");

  /// What a node stands on.
  public enum Part {
    /// The database.
    DATABASE,
    /// The ledger's files, or their mirror.
    LEDGER,
    /// The node as a whole: rolled back, busy, stopping, or restored and not compared.
    NODE
  }

  /// Why `e` says UNAVAILABLE.
  public static Outage of(ExchangeException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case StoreException store -> {
          return of(store);
        }
        case LogStorageException files -> {
          return new Outage(Part.LEDGER, files.code().name());
        }
        case LedgerException ledger -> {
          return new Outage(Part.LEDGER, ledger.code().name());
        }
        default -> {
          // A wrapper: its cause says more.
        }
      }
    }
    return new Outage(Part.NODE, e.code().name());
  }

  /// What is wrong with the database.
  public static Outage of(StoreException e) {
    return new Outage(Part.DATABASE, e.code().name());
  }

  /// For a log line or a metric, such as `database: FULL`.
  public String word() {
    return part.name().toLowerCase(Locale.ROOT) + ": " + code;
  }

  /// What ends it. The node goes on by itself then.
  public String mend() {
    return switch (part) {
      case DATABASE -> databaseMend();
      case LEDGER -> ledgerMend();
      case NODE ->
          equals(ROLLED_BACK)
              ? "stop the node; see docs/operate/backup.md"
              : "wait a little; if it stays so, run enlace doctor";
    };
  }

  private String databaseMend() {
    return switch (code) {
      case "FULL" -> "make room on the volume of the database";
      case "LOCKED" -> "stop the other process that holds the database";
      case "UNREACHABLE" -> "bring the database back: file, server, network or password";
      case "CORRUPT" -> "stop the node and restore a backup";
      case "WRONG_KEY" -> "put back the database that belongs to this vault";
      default -> "see the log; run enlace doctor";
    };
  }

  private String ledgerMend() {
    return switch (code) {
      case "FULL" -> "make room on the volumes of the ledger and of its mirror";
      case "LEASE_HELD" -> "stop the other process that writes this ledger";
      case "FAILED" -> "make the folders of the ledger and of its mirror writable";
      default -> "stop the node and run enlace doctor";
    };
  }
}
