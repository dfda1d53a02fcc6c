// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.keys.Vault;
import lat.enlace.note.KeyName;
import lat.enlace.note.SigningKey;

/// Ends the log of a restored node that partners have seen more of than anybody can give back, and
/// prepares its successor. The log that ended stays where it can be read, and is never written
/// again.
public final class GivenUpLog {
  private static final String BEHIND = "behind\n";

  private final DataFolder folder;
  private final NodeSettings settings;

  /// Of the node in `folder`.
  public GivenUpLog(DataFolder folder, NodeSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /// Keeps the highest head that a partner holds of this log.
  public static void keep(DataFolder folder, Bytes head) throws IOException {
    PrivateFiles.replace(folder.restored(), Bytes.concat(Bytes.utf8(BEHIND), head));
  }

  /// Makes the keys of the successor and its node records, signed by the root keys. From then on
  /// the old log is not opened any more; the next opening begins the new one.
  ///
  /// @throws ConfigException with code VALUE if partners have not said that this log is behind
  public void prepare(Vault vault, List<SigningKey> root, Instant now)
      throws ConfigException, KeysException {
    Bytes head = behind();
    LogSuccession next = LogSuccession.after(settings.identity().node(), head);
    Keyring.createLogKeys(vault, new KeyName(next.origin()), next.number());
    new RecordChain(folder, settings, vault).begin(next, root, now);
    try {
      PrivateFiles.replace(folder.succeeds(), head);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Bytes behind() throws ConfigException {
    try {
      Bytes marker = Bytes.copyOf(Files.readAllBytes(folder.restored()));
      if (marker.startsWith(Bytes.utf8(BEHIND))) {
        return Bytes.utf8(marker.text().substring(BEHIND.length()));
      }
    } catch (IOException | MalformedBytesException e) {
      throw new ConfigException(ConfigException.Code.VALUE, folder.restored().toString(), e);
    }
    throw new ConfigException(
        ConfigException.Code.VALUE, "no partner has said that this log is behind");
  }

  /// True from {@link #prepare} until {@link #finish}.
  public boolean underWay() {
    return Files.exists(folder.succeeds()) && Files.exists(folder.restored());
  }

  /// Puts the log that ended aside, in both places, if that is not done.
  public void putAside(long number) throws ConfigException {
    try {
      aside(folder.ledger(), folder.endedLedger(number));
      aside(
          settings.mirror(),
          settings.mirror().resolveSibling(settings.mirror().getFileName() + "-ended-" + number));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void aside(Path ledger, Path ended) throws IOException {
    if (Files.exists(ledger) && !Files.exists(ended)) {
      Files.move(ledger, ended);
    }
  }

  /// The successor stands: readers of the log find its keys.
  public void finish(LogKeys keys, long ended) throws ConfigException {
    Path before = folder.root().resolve("ledger-ended-" + ended + ".vkeys");
    try {
      if (!Files.exists(before)) {
        Files.move(folder.verifierKeys(), before);
      }
      PrivateFiles.replace(
          folder.verifierKeys(),
          Bytes.utf8(keys.ed25519().text() + "\n" + keys.mlDsa44().text() + "\nquorum 0\n"));
      Files.deleteIfExists(folder.restored());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ConfigException failed(IOException e) {
    return new ConfigException(ConfigException.Code.FAILED, folder.root().toString(), e);
  }
}
