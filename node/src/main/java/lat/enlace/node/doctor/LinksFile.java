// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.NodeId;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.workbench.Core;

/// `links.txt` in the data folder: where the partners of a running node are, one line each, so that
/// the doctor can look at the links without the core. Node, endpoint, TLS keys; no personal data.
public final class LinksFile {
  private static final String NONE = "-";

  private LinksFile() {}

  /// The partners, as the core knows them.
  public static List<PeerAddress> of(Core core) throws ExchangeException {
    return core.with(exchange -> {
      List<PeerAddress> found = new ArrayList<>();
      for (var link : exchange.links().health()) {
        found.add(
            new PeerAddress(
                link.partner(),
                exchange.links().endpoint(link.partner()).orElse(""),
                exchange.links().tlsKeys(link.partner())));
      }
      return List.copyOf(found);
    });
  }

  /// Writes the file.
  public static void write(DataFolder folder, List<PeerAddress> peers) throws IOException {
    StringBuilder text = new StringBuilder();
    for (PeerAddress peer : peers) {
      text.append(peer.node()).append(' ');
      text.append(peer.endpoint().isEmpty() ? NONE : peer.endpoint());
      peer.tls().forEach(pin -> text.append(' ').append(pin.base64()));
      text.append('\n');
    }
    PrivateFiles.replace(file(folder), Bytes.utf8(text.toString()));
  }

  /// Reads the file; no partners if there is none.
  public static List<PeerAddress> read(DataFolder folder) throws IOException {
    if (!Files.exists(file(folder))) {
      return List.of();
    }
    List<PeerAddress> peers = new ArrayList<>();
    for (String line : Files.readAllLines(file(folder))) {
      List<String> parts = List.of(line.split(" ", -1));
      List<Hash> tls = new ArrayList<>();
      try {
        for (String pin : parts.subList(2, parts.size())) {
          tls.add(Hash.fromBase64(pin));
        }
      } catch (MalformedBytesException e) {
        throw new IOException("links.txt is damaged; it is written anew when the node starts", e);
      }
      String endpoint = parts.get(1).equals(NONE) ? "" : parts.get(1);
      peers.add(new PeerAddress(new NodeId(parts.getFirst()), endpoint, tls));
    }
    return peers;
  }

  private static Path file(DataFolder folder) {
    return folder.root().resolve("links.txt");
  }
}
