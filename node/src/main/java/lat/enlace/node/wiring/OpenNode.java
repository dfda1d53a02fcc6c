// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.core.NodeCore;
import lat.enlace.exchange.port.Clock;
import lat.enlace.exchange.port.Ports;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.ledger.MirroredLogStorage;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.NodeSettings.Database;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.HashTurns;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PersonalKeys;
import lat.enlace.node.keys.RowKeyShelf;
import lat.enlace.node.keys.TlsKeys;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.login.AccountDesk;
import lat.enlace.node.login.Accounts;
import lat.enlace.node.login.Lockout;
import lat.enlace.node.login.Passwords;
import lat.enlace.node.login.PersonalApproval;
import lat.enlace.node.login.SessionTerms;
import lat.enlace.node.ops.GivenUpLog;
import lat.enlace.node.ops.LogSuccession;
import lat.enlace.node.store.DatabaseSettings;
import lat.enlace.node.store.SqlDatabase;
import lat.enlace.workbench.Core;

/// A data folder that is open: keys, database, ledger and core, without network and pages. Commands
/// that work while the node is stopped use this; the running node adds its faces.
public final class OpenNode implements AutoCloseable {
  private final DataFolder.Hold hold;
  private final DataFolder folder;
  private final NodeSettings settings;
  private final Vault vault;
  private final Keyring keyring;
  private final TlsKeys tls;
  private final Clock clock;
  private final SqlDatabase database;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Lockout lockout;
  private final SessionTerms sessionTerms = new SessionTerms();
  private final PersonalApproval approval;
  private final CoreThread core;

  private OpenNode(DataFolder.Hold hold, DataFolder folder, Secrets secrets, Parts parts)
      throws ExchangeException, ConfigException {
    this.hold = hold;
    this.folder = folder;
    this.settings = parts.settings();
    this.vault = secrets.vault();
    this.keyring = secrets.keyring();
    this.tls = secrets.tls();
    this.clock = parts.clock();
    this.database = parts.database();
    HashTurns turns = new HashTurns();
    this.passwords = new Passwords(turns);
    PersonalKeys personalKeys = new PersonalKeys(secrets.vault(), parts.random(), turns);
    this.accounts = new Accounts(database, passwords, personalKeys);
    this.lockout = new Lockout(parts.clock());
    this.approval = new PersonalApproval(accounts, personalKeys, lockout);
    SecureRandom random = parts.random();
    Ports ports =
        new Ports(
            parts.clock(),
            count -> {
              byte[] bytes = new byte[count];
              random.nextBytes(bytes);
              return Bytes.copyOf(bytes);
            },
            parts.footing().rows().apply(database),
            new MirroredLogStorage(
                parts.footing().files().apply(folder.ledger()),
                parts.footing().files().apply(settings.mirror())),
            keyring,
            approval,
            new Algo1());
    succeedIfGivenUp(parts.log(), ports);
    this.core =
        new CoreThread(() -> NodeCore.open(settings.identity(), ports), database::proveWritable);
  }

  /// Begins the successor of a log that was given up, before anything else opens it.
  private void succeedIfGivenUp(LogSuccession log, Ports ports)
      throws ExchangeException, ConfigException {
    GivenUpLog succession = new GivenUpLog(folder, settings);
    if (!succession.underWay()) {
      return;
    }
    succession.putAside(log.number() - 1);
    try (NodeCore successor =
        NodeCore.succeed(settings.identity(), ports, log.ended().getFirst().bytes())) {
      successor.recalling().forgetAgain();
      successor.links().tick();
    }
    succession.finish(keyring.logSigner().keys(), log.number() - 1);
  }

  /// Opens `folder` for this process.
  public static OpenNode open(DataFolder folder, Unlocker unlocker)
      throws ConfigException, KeysException, ExchangeException {
    return open(folder, unlocker, Footing.usual());
  }

  /// The same by another clock.
  static OpenNode open(DataFolder folder, Unlocker unlocker, Clock clock)
      throws ConfigException, KeysException, ExchangeException {
    return open(folder, unlocker, Footing.by(clock));
  }

  /// The same on another footing.
  public static OpenNode open(DataFolder folder, Unlocker unlocker, Footing footing)
      throws ConfigException, KeysException, ExchangeException {
    DataFolder.Hold hold = folder.hold();
    boolean opened = false;
    try {
      NodeSettings settings = SettingsFile.read(folder);
      SecureRandom random = new SecureRandom();
      LogSuccession log = LogSuccession.of(folder, settings.identity().node());
      Vault vault = Vault.open(folder.root(), unlocker.unlocking(settings.unlock()), random);
      Secrets secrets =
          new Secrets(
              vault,
              Keyring.open(vault, folder.preparedRecords(), log.number()),
              new TlsKeys(vault, Set.of(), footing.clock().now()));
      SqlDatabase database = database(folder, settings, secrets, random);
      OpenNode node;
      try {
        node =
            new OpenNode(
                hold, folder, secrets, new Parts(settings, log, database, footing, random));
        opened = true;
        return node;
      } finally {
        if (!opened) {
          database.close();
        }
      }
    } finally {
      if (!opened) {
        hold.close();
      }
    }
  }

  private static SqlDatabase database(
      DataFolder folder, NodeSettings settings, Secrets secrets, SecureRandom random)
      throws ConfigException, KeysException, ExchangeException {
    try {
      return SqlDatabase.open(
          databaseSettings(folder, settings.database()),
          secrets.keyring().databaseKey(),
          RowKeyShelf.open(secrets.vault()),
          random);
    } catch (StoreException e) {
      throw new ExchangeException(
          ExchangeException.Code.UNAVAILABLE, "the database cannot be opened: " + e.code(), e);
    }
  }

  /// Where the database of a node is.
  public static DatabaseSettings databaseSettings(DataFolder folder, Database database)
      throws ConfigException {
    return switch (database) {
      case Database.Embedded() -> DatabaseSettings.sqlite(folder.database());
      case Database.Postgres(String url, String user, var passwordFile) -> {
        try {
          yield DatabaseSettings.postgres(url, user, Files.readString(passwordFile).strip());
        } catch (IOException e) {
          throw new ConfigException(ConfigException.Code.VALUE, "database.password-file", e);
        }
      }
    };
  }

  /// The clock of the machine, to the millisecond.
  public static Clock systemClock() {
    java.time.Clock clock = java.time.Clock.systemUTC();
    return () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Its folder.
  public DataFolder folder() {
    return folder;
  }

  /// Its settings.
  public NodeSettings settings() {
    return settings;
  }

  /// Its secrets.
  public Vault vault() {
    return vault;
  }

  /// Its operational keys.
  public Keyring keyring() {
    return keyring;
  }

  /// What it shows to peers.
  public TlsKeys tls() {
    return tls;
  }

  /// Looks which TLS keys there are by now, and which the node record in force names.
  void lookAtTlsKeys() throws ExchangeException, KeysException {
    List<Hash> named = core.with(exchange -> exchange.links().tlsKeys(settings.identity().node()));
    tls.refresh(vault, Set.copyOf(named), clock.now());
  }

  /// Its clock.
  Clock clock() {
    return clock;
  }

  /// Its database.
  SqlDatabase database() {
    return database;
  }

  /// Its accounts.
  public Accounts accounts() {
    return accounts;
  }

  /// What is done with its accounts, entered through `way`, which leads to its core.
  public AccountDesk accountDesk(Core way) {
    return new AccountDesk(accounts, passwords, lockout, sessionTerms, way);
  }

  /// How its passwords are hashed.
  public Passwords passwords() {
    return passwords;
  }

  /// What slows guessing.
  public Lockout lockout() {
    return lockout;
  }

  /// Which sessions of its accounts count.
  public SessionTerms sessionTerms() {
    return sessionTerms;
  }

  /// Its authorities' signatures.
  public PersonalApproval approval() {
    return approval;
  }

  /// Its core.
  public CoreThread core() {
    return core;
  }

  /// Finishes what runs and gives everything back.
  @Override
  public void close() {
    core.close();
    database.close();
    hold.close();
  }

  private record Secrets(Vault vault, Keyring keyring, TlsKeys tls) {}

  private record Parts(
      NodeSettings settings,
      LogSuccession log,
      SqlDatabase database,
      Footing footing,
      SecureRandom random) {
    Clock clock() {
      return footing.clock();
    }
  }
}
