// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Figures of a log that change its pace and never its content.
///
/// `journalBytes`: how long the journal may grow before the tiles and bundles it covers are synced;
/// larger means fewer and longer pauses, and a longer opening after a crash. `cachedTiles`: tiles
/// of about 16 KiB kept in memory for proofs.
public record LogSettings(int journalBytes, int cachedTiles) {
  /// 1 MiB of journal, 2,048 tiles.
  public static final LogSettings STANDARD = new LogSettings(1 << 20, 2048);

  /// Checks that both are positive.
  public LogSettings {
    if (journalBytes <= 0 || cachedTiles <= 0) {
      throw new IllegalArgumentException("settings are positive");
    }
  }
}
