// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.TlsKeys;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.store.DatabaseSettings;

/// Looks at a node, running or stopped, without changing anything.
public final class Doctor {
  private final DataFolder folder;
  private final Instant now;
  private final long begun = System.nanoTime();

  /// Of the node in `folder`, at `now`.
  public Doctor(DataFolder folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  /// What a look at the machine needs besides the folder.
  public interface Access {
    /// What opens the vault.
    Unlocking unlocking(NodeSettings settings) throws ConfigException;

    /// Where the database is.
    DatabaseSettings database(NodeSettings settings) throws ConfigException;
  }

  /// What to say of a partner that nobody knows.
  public static Step noSuchPartner(String name) {
    return Step.broken(
        "peer " + name,
        "not among the partners of this node",
        "write its name as ./enlace doctor without PEER shows it; after adopting its record, start"
            + " the node once");
  }

  /// All steps on this machine, then those to `peers`.
  public List<Step> look(Access access, List<PeerAddress> peers) throws InterruptedException {
    List<Step> steps = new ArrayList<>();
    steps.add(LocalSteps.settings(folder));
    NodeSettings settings;
    try {
      settings = SettingsFile.read(folder);
    } catch (ConfigException e) {
      return steps;
    }
    LocalSteps local = new LocalSteps(folder, settings, now);
    steps.add(local.java());
    steps.add(local.clock());
    steps.add(local.space());
    steps.add(local.writable());
    try {
      Unlocking unlocking = access.unlocking(settings);
      steps.add(local.keys(unlocking));
      steps.add(local.sealing());
      steps.add(local.database(access.database(settings)));
      steps.add(local.ledger());
      steps.add(local.mirror());
      steps.add(local.restored());
      steps.addAll(links(local, unlocking, peers));
    } catch (ConfigException e) {
      steps.add(Step.broken("settings", String.valueOf(e.getMessage()), "docs/operate/keys.md"));
    }
    return steps;
  }

  /// The look at a long ledger takes its time.
  private Instant time() {
    return now.plusNanos(System.nanoTime() - begun);
  }

  private List<Step> links(LocalSteps local, Unlocking unlocking, List<PeerAddress> peers)
      throws InterruptedException {
    List<Step> steps = new ArrayList<>();
    try {
      Vault vault = Vault.open(folder.root(), unlocking, new SecureRandom());
      TlsIdentity own = new TlsKeys(vault, local.tlsKeysNamed(), now).shown();
      steps.add(local.certificate(TlsIdentity.all(vault)));
      for (PeerAddress peer : peers) {
        steps.addAll(new PeerSteps(peer, own, this::time).look());
      }
    } catch (KeysException e) {
      steps.add(Step.skipped("links", "the keys do not open"));
    }
    return steps;
  }
}
