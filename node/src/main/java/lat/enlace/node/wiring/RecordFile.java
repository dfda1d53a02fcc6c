// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Clock;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.ops.RecordChain;
import lat.enlace.note.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps `node-record.note` the record in force, and signs further weeks where the root keys are in
/// the vault. Where they are offline, people do that (`./enlace node renew`).
final class RecordFile {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFile.class);
  private static final Duration AHEAD = Duration.ofDays(42);

  private final OpenNode node;
  private final DataFolder folder;
  private final Clock clock;

  RecordFile(OpenNode node, Clock clock) {
    this.node = node;
    this.folder = node.folder();
    this.clock = clock;
  }

  void keep(Bytes inForce) {
    try {
      if (!Bytes.copyOf(Files.readAllBytes(folder.nodeRecord())).equals(inForce)) {
        PrivateFiles.replace(folder.nodeRecord(), inForce);
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  void extendIfRootIsHere() {
    try {
      if (!RecordChain.sealedUntil(folder).isBefore(clock.now().plus(AHEAD))) {
        return;
      }
      List<SigningKey> root = Keyring.root(node.vault());
      if (!root.isEmpty()) {
        new RecordChain(folder, node.settings(), node.vault())
            .extend(root, RecordChain.WEEKS, clock.now());
        LOG.atInfo().addKeyValue("event", "node-records.signed").log("further weeks were signed");
      }
    } catch (IOException | ConfigException | KeysException e) {
      failed(e);
    }
  }

  private static void failed(Exception e) {
    LOG.atError()
        .addKeyValue("event", "node-record.not-written")
        .addKeyValue("type", e.getClass().getName())
        .log("node records could not be written");
  }
}
