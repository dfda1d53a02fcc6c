// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.instrument.node.Endpoint;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.OperationalKeys;
import lat.enlace.instrument.node.SealingTerm;
import lat.enlace.ledger.LogKeys;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;

/// Makes a new node: data folder, keys, settings, and its first node record signed by the root key.
public final class NodeBirth {
  /// How long partners may rely on a node record.
  public static final Duration RECORD_LIFE = Duration.ofDays(365);

  private final DataFolder folder;
  private final NodeSettings settings;
  private final SecureRandom random;

  /// For a folder that holds no node yet.
  public NodeBirth(DataFolder folder, NodeSettings settings, SecureRandom random) {
    this.folder = folder;
    this.settings = settings;
    this.random = random;
  }

  /// Makes everything.
  ///
  /// @param rootKeys the root keys of a state that keeps them elsewhere; if there are none, they
  ///   are made and stay in the vault
  /// @throws ConfigException with code EXISTS if there is a node in the folder
  public void make(Unlocking unlocking, List<SigningKey> rootKeys, Instant now)
      throws ConfigException, KeysException {
    refuseTaken();
    try {
      PrivateFiles.makeFolder(folder.root());
    } catch (IOException e) {
      throw new ConfigException(ConfigException.Code.FAILED, folder.root().toString(), e);
    }
    Vault vault = Vault.create(folder.root(), unlocking, random);
    KeyName origin = new KeyName(settings.identity().node().value());
    Keyring keyring = Keyring.create(vault, origin);
    List<SigningKey> root =
        rootKeys.isEmpty()
            ? Keyring.createRoot(vault, new KeyName(origin.value() + "/root"))
            : rootKeys;
    Keyring.keepRootPublic(vault, root);
    TlsIdentity tls = TlsIdentity.create(settings.peering().host(), now, random);
    tls.store(vault);
    Instant issued = now.truncatedTo(ChronoUnit.SECONDS);
    Draft draft = new Draft(settings, keyring, List.of(tls.pin()), List.of(), issued);
    writePublic(keyring, root, signed(draft.record(1), root, issued));
    SettingsFile.write(folder, settings);
    new RecordChain(folder, settings, vault).extend(root, RecordChain.WEEKS, now);
  }

  /// Refuses a folder in which there is something already.
  ///
  /// @throws ConfigException with code EXISTS, or FAILED if it cannot be looked at
  public void refuseTaken() throws ConfigException {
    try {
      if (PrivateFiles.isTaken(folder.root())) {
        throw new ConfigException(ConfigException.Code.EXISTS, folder.root().toString());
      }
    } catch (IOException e) {
      throw new ConfigException(ConfigException.Code.FAILED, folder.root().toString(), e);
    }
  }

  /// A node record of an existing node, with a fresh sealing key and all its TLS keys that are in
  /// term by then, signed by the root keys.
  static Bytes record(Source source, List<SigningKey> root, long number, Instant issued)
      throws KeysException {
    LogSuccession log = source.log();
    Keyring keyring = Keyring.open(source.vault(), source.folder().preparedRecords(), log.number());
    List<Hash> tls =
        TlsIdentity.all(source.vault()).stream()
            .filter(one -> issued.isBefore(one.until()))
            .map(TlsIdentity::pin)
            .toList();
    Draft draft = new Draft(source.settings(), keyring, tls, log.succeeds(), issued);
    return signed(draft.record(number), root, issued);
  }

  /// Whose records are made.
  record Source(DataFolder folder, NodeSettings settings, Vault vault, LogSuccession log) {}

  /// What a node record is made of.
  private record Draft(
      NodeSettings settings,
      Keyring keyring,
      List<Hash> tls,
      List<EndedLog> succeeds,
      Instant issued) {
    NodeRecord record(long number) throws KeysException {
      Bytes sealing = keyring.createSealingKey(number).recipientKey().value();
      OperationalKeys keys =
          new OperationalKeys(
              keyring.logSigner().keys().all(),
              0,
              tls,
              List.of(new SealingTerm(sealing, issued, issued.plus(SealingTerm.MAX_LIFE))));
      return new NodeRecord(
          settings.identity().node(),
          number,
          issued,
          issued.plus(RECORD_LIFE),
          keys,
          succeeds,
          List.of(new Endpoint(settings.peering().endpoint())));
    }
  }

  private static Bytes signed(NodeRecord nodeRecord, List<SigningKey> root, Instant at) {
    try {
      Note note = Note.unsigned(nodeRecord.text());
      for (SigningKey key : root) {
        note = note.sign(key, at);
      }
      return note.bytes();
    } catch (NoteException e) {
      throw new IllegalStateException("a fresh key signs", e);
    }
  }

  private void writePublic(Keyring keyring, List<SigningKey> root, Bytes nodeRecord)
      throws ConfigException {
    LogKeys log = keyring.logSigner().keys();
    String keys = log.ed25519().text() + "\n" + log.mlDsa44().text() + "\nquorum 0\n";
    StringBuilder rootKeys = new StringBuilder();
    root.forEach(key -> rootKeys.append(key.verifierKey().text()).append('\n'));
    try {
      PrivateFiles.replace(folder.verifierKeys(), Bytes.utf8(keys));
      PrivateFiles.replace(folder.rootKey(), Bytes.utf8(rootKeys.toString()));
      PrivateFiles.replace(folder.nodeRecord(), nodeRecord);
    } catch (IOException e) {
      throw new ConfigException(ConfigException.Code.FAILED, folder.root().toString(), e);
    }
  }
}
