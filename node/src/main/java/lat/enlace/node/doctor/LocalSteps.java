// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.FsckReport;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.MirrorCheck;
import lat.enlace.ledger.TrustedKeys;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.node.ops.Outage;
import lat.enlace.node.ops.RecordChain;
import lat.enlace.node.store.DatabaseSettings;
import lat.enlace.node.store.Dialect;
import lat.enlace.note.VerifierKey;

/// What can be looked at on the machine itself, running or not.
final class LocalSteps {
  private static final int JAVA = 25;
  private static final long LITTLE_SPACE = 1L << 30;
  private static final Duration SOON = Duration.ofDays(30);
  private static final Duration FEW_WEEKS = Duration.ofDays(21);
  private static final Instant BUILT_AFTER = Instant.parse("2026-11-01T00:00:00Z");

  private final DataFolder folder;
  private final NodeSettings settings;
  private final Instant now;

  LocalSteps(DataFolder folder, NodeSettings settings, Instant now) {
    this.folder = folder;
    this.settings = settings;
    this.now = now;
  }

  Step java() {
    int release = Runtime.version().feature();
    return release >= JAVA
        ? Step.good("java", "release " + release)
        : Step.broken("java", "release " + release, "install a JDK " + JAVA + " or later");
  }

  Step clock() {
    return now.isAfter(BUILT_AFTER)
        ? Step.good("clock", now.toString())
        : Step.broken("clock", now + " lies in the past", "set the clock; run a time service");
  }

  Step space() {
    try {
      long free = Files.getFileStore(folder.root()).getUsableSpace();
      String detail = (free >> 20) + " MiB free";
      return free > LITTLE_SPACE
          ? Step.good("disk", detail)
          : Step.warning("disk", detail, "make room: a full disk makes the node read-only");
    } catch (IOException e) {
      return Step.broken("disk", "cannot be read", "check the volume of " + folder.root());
    }
  }

  Step keys(Unlocking unlocking) {
    try {
      Vault vault = Vault.open(folder.root(), unlocking, new SecureRandom());
      return Step.good("keys", vault.names().size() + " keys open");
    } catch (KeysException e) {
      return Step.broken("keys", e.code().name(), mendOf(e.code()));
    }
  }

  private static String mendOf(KeysException.Code code) {
    return switch (code) {
      case NO_UNLOCKING_KEY -> "put the key file where node.properties says, or set the variable";
      case UNLOCKING_KEY_INSIDE -> "move the key file out of the data folder";
      case READABLE_BY_OTHERS -> "chmod 700 the folder keys and chmod 600 the key file";
      case NOT_UNLOCKED -> "use the key file or passphrase this vault was made with";
      case NO_SUCH_KEY -> "restore the folder keys from a backup";
      case EXISTS, FAILED -> "check the volume and the permissions of the folder keys";
    };
  }

  /// Whether partners will take this node's TLS keys in the weeks to come.
  Step certificate(List<TlsIdentity> keys) {
    String mend = "sign new node records, which name a fresh one: ./enlace node renew";
    if (keys.isEmpty()) {
      return Step.broken("certificate", "none", mend);
    }
    Instant until = keys.getLast().until();
    if (!now.isBefore(until)) {
      return Step.broken("certificate", "ended " + until, mend + "; docs/operate/keys.md, \"TLS\"");
    }
    return now.plus(SOON).isAfter(until)
        ? Step.warning("certificate", "ends " + until, mend)
        : Step.good("certificate", "until " + until);
  }

  /// Those that the node record in force names; none if it cannot be read, which another step says.
  Set<Hash> tlsKeysNamed() {
    try {
      return RecordChain.tlsKeysNamed(folder);
    } catch (IOException e) {
      return Set.of();
    }
  }

  /// Whether partners will be able to seal to this node in the weeks to come.
  Step sealing() {
    try {
      Instant until = RecordChain.sealedUntil(folder);
      String mend = "sign further weeks: ./enlace node renew, docs/operate/keys.md";
      if (!until.isAfter(now)) {
        return Step.broken("sealing", "the last sealing key ended " + until, mend);
      }
      return now.plus(FEW_WEEKS).isAfter(until)
          ? Step.warning("sealing", "signed ahead only until " + until, mend)
          : Step.good("sealing", "signed ahead until " + until);
    } catch (IOException e) {
      return Step.broken(
          "sealing", "no node record can be read", "restore node-record.note from a backup");
    }
  }

  Step ledger() {
    List<VerifierKey> keys = new ArrayList<>();
    try {
      keys.addAll(
          TrustedKeys.parse(Bytes.copyOf(Files.readAllBytes(folder.verifierKeys()))).keys());
      if (!Files.exists(folder.ledger())) {
        return Step.good("ledger", "not begun: the node was never opened");
      }
      FsckReport report = Fsck.check(new FileLogStorage(folder.ledger()), keys);
      if (report.sound()) {
        return Step.good("ledger", "whole, signatures hold");
      }
      var first = report.findings().getFirst();
      return Step.broken(
          "ledger",
          first.path()
              + " is "
              + first.problem()
              + ", findings in all: "
              + report.findings().size(),
          first.problem().mend() + "; docs/operate/doctor.md, \"ledger\"");
    } catch (IOException | LedgerException e) {
      return Step.broken("ledger", "ledger.vkeys cannot be read", "restore it from a backup");
    } catch (LogStorageException e) {
      return Step.broken("ledger", e.code().name(), "check the volume of " + folder.ledger());
    }
  }

  Step mirror() {
    Path first = folder.ledger().resolve("checkpoint");
    Path second = settings.mirror().resolve("checkpoint");
    if (!Files.exists(folder.ledger()) && !Files.exists(settings.mirror())) {
      return Step.good("mirror", "not begun: the node was never opened");
    }
    if (!Files.exists(second) && !Files.exists(settings.mirror().resolve("tile"))) {
      return Step.warning("mirror", "empty", "start the node: it fills its mirror");
    }
    try {
      boolean same =
          Files.exists(first) && Files.exists(second) && Files.mismatch(first, second) < 0;
      List<String> wanting =
          MirrorCheck.wanting(
              new FileLogStorage(folder.ledger()), new FileLogStorage(settings.mirror()));
      if (!wanting.isEmpty()) {
        return Step.broken(
            "mirror",
            wanting.size() + " bundles are missing or changed, first " + wanting.getFirst(),
            "remove those that are changed and start the node again: it copies what is missing");
      }
      return same
          ? Step.good("mirror", "whole, same head")
          : Step.warning(
              "mirror",
              "has another head",
              "if this stays so, start the node again: it catches up");
    } catch (IOException | LogStorageException e) {
      return Step.broken("mirror", "cannot be read", "check the volume of " + settings.mirror());
    } catch (LedgerException e) {
      return Step.broken(
          "mirror", e.code().name(), "start the node again; if this stays so, use an empty folder");
    }
  }

  Step database(DatabaseSettings database) {
    boolean embedded = database.dialect() == Dialect.SQLITE;
    if (embedded && !Files.exists(folder.database()) && !Files.exists(folder.ledger())) {
      return Step.good("database", "not begun: the node was never opened");
    }
    if (embedded && !Files.exists(folder.database())) {
      return Step.broken("database", "no file", "put it back, or restore a backup");
    }
    String check = embedded ? "pragma quick_check(1)" : "select 'ok' from entry limit 1";
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      String word;
      try (ResultSet answer = statement.executeQuery(check)) {
        word = answer.next() ? answer.getString(1) : "ok";
      }
      if (!word.equals("ok")) {
        return Step.broken("database", "damaged", "stop the node and restore a backup");
      }
      if (embedded) {
        // The node's own writes last milliseconds; whoever holds it longer keeps the node out.
        statement.execute("begin immediate");
        statement.execute("rollback");
      }
      return Step.good("database", database.dialect().name());
    } catch (SQLException e) {
      Outage found = Outage.of(new StoreException(database.dialect().meaning(e)));
      return Step.broken("database", found.code(), found.mend());
    }
  }

  /// What the node writes to; a volume that went read-only answers no.
  Step writable() {
    List<Path> folders = List.of(folder.root(), folder.ledger(), settings.mirror());
    return folders.stream()
        .filter(one -> !Files.isWritable(existing(one)))
        .findFirst()
        .map(one ->
            Step.broken(
                "folders", one + " cannot be written", "make it writable for the node's user"))
        .orElse(Step.good("folders", "can be written"));
  }

  // A folder that is not made yet is made in the nearest one that is.
  private static Path existing(Path folder) {
    Path parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }

  Step restored() {
    return Files.exists(folder.restored())
        ? Step.warning(
            "restore",
            "waits for the partners' answers",
            "start the node; it opens when all partners have answered: docs/operate/backup.md")
        : Step.good("restore", "none waiting");
  }

  static Step settings(DataFolder folder) {
    try {
      SettingsFile.read(folder);
      return Step.good("settings", folder.settings().toString());
    } catch (ConfigException e) {
      return Step.broken("settings", String.valueOf(e.getMessage()), "docs/operate/install.md");
    }
  }
}
