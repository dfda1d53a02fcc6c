// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.time.Duration;
import java.util.Map;
import lat.enlace.wire.seal.SealedBatch;

/// What one peer may cost.
///
/// @param maxEnvelopeBytes longest request or answer
/// @param patience how long a request may take from its first byte to its last, and an answer to
///   arrive
/// @param maxConnections open at once, all peers together
/// @param maxRequestsPerPeer served at once for one peer; more are told to come back
public record PeerBounds(
    int maxEnvelopeBytes, Duration patience, int maxConnections, int maxRequestsPerPeer) {
  /// What a node uses: the longest sealed batch, 30 seconds, 256 connections, 2 requests.
  public static final PeerBounds USUAL =
      new PeerBounds(SealedBatch.MAX_BYTES, Duration.ofSeconds(30), 256, 2);

  /// The JDK's HTTP server takes its limits from system properties, read once per process. Ones
  /// that are set already stay.
  public void limitListeners() {
    Map<String, Long> limits =
        Map.of(
            "sun.net.httpserver.maxReqTime",
            patience.toSeconds(),
            "sun.net.httpserver.maxRspTime",
            patience.toSeconds(),
            "sun.net.httpserver.idleInterval",
            patience.toSeconds(),
            "sun.net.httpserver.maxReqHeaders",
            40L,
            "sun.net.httpserver.maxReqHeaderSize",
            16_384L,
            "jdk.httpserver.maxConnections",
            (long) maxConnections);
    limits.forEach((name, value) -> {
      if (System.getProperty(name) == null) {
        System.setProperty(name, Long.toString(value));
      }
    });
  }
}
