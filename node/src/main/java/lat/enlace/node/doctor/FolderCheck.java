// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.RowKeyShelf;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.LogSuccession;
import lat.enlace.node.ops.Outage;
import lat.enlace.node.store.RowCheck;

/// A look at the keys, the rows and the ledger that a node keeps, running or stopped, without
/// changing one: each key of the vault, each row of the database, the ledger from its first entry
/// and its mirror. What it does not see: docs/operate/doctor.md, "fsck".
public final class FolderCheck {
  private static final String RESTORE =
      "stop the node and restore a backup: docs/operate/backup.md";

  private final DataFolder folder;

  /// Of the node in `folder`.
  public FolderCheck(DataFolder folder) {
    this.folder = folder;
  }

  /// All steps; the first ones that cannot be taken end it.
  public List<Step> look(Doctor.Access access) {
    List<Step> steps = new ArrayList<>();
    steps.add(LocalSteps.settings(folder));
    try {
      NodeSettings settings = SettingsFile.read(folder);
      LocalSteps local = new LocalSteps(folder, settings, java.time.Instant.EPOCH);
      steps.add(local.ledger());
      steps.add(local.mirror());
      Vault vault = Vault.open(folder.root(), access.unlocking(settings), new SecureRandom());
      steps.add(keys(vault));
      steps.add(rows(vault, settings, access));
    } catch (ConfigException e) {
      steps.add(Step.broken("settings", String.valueOf(e.getMessage()), "docs/operate/keys.md"));
    } catch (KeysException e) {
      steps.add(
          Step.broken(
              "keys", e.code().name(), "restore the folder keys from a backup, or its key file"));
    }
    return steps;
  }

  private static Step keys(Vault vault) throws KeysException {
    List<String> hurt = new ArrayList<>();
    List<String> names = vault.names();
    for (String name : names) {
      try {
        vault.check(name);
      } catch (KeysException e) {
        hurt.add(name);
      }
    }
    return hurt.isEmpty()
        ? Step.good("keys", names.size() + " open, byte for byte as written")
        : Step.broken(
            "keys",
            "do not open, or are not as they were written: " + String.join(", ", hurt),
            "restore these files of the folder keys from a backup");
  }

  private Step rows(Vault vault, NodeSettings settings, Doctor.Access access)
      throws ConfigException {
    try {
      LogSuccession log = LogSuccession.of(folder, settings.identity().node());
      Keyring keyring = Keyring.open(vault, folder.preparedRecords(), log.number());
      RowCheck.Seen seen =
          RowCheck.look(
              access.database(settings),
              keyring.databaseKey(),
              RowKeyShelf.look(vault),
              new SecureRandom());
      return seen.sound()
          ? Step.good("rows", seen.looked() + " open, pages whole")
          : Step.broken("rows", said(seen), RESTORE);
    } catch (KeysException e) {
      return Step.skipped("rows", "the keys do not open");
    } catch (StoreException e) {
      Outage found = Outage.of(e);
      return Step.broken("rows", found.word(), found.mend());
    }
  }

  private static String said(RowCheck.Seen seen) {
    List<String> said = new ArrayList<>();
    if (!seen.structure().isEmpty()) {
      said.add("pages: " + seen.structure().size() + " faults");
    }
    if (!seen.hurt().isEmpty()) {
      said.add(
          "do not open: "
              + seen.hurt().entrySet().stream()
                  .map(each -> each.getValue() + " of " + each.getKey())
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (seen.keysAlone() > 0) {
      said.add("keys without a row: " + seen.keysAlone());
    }
    return String.join("; ", said);
  }
}
