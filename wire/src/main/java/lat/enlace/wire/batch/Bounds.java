// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

/// Bounds of batches and acks (docs/spec/batch.md, "Bounds").
public final class Bounds {
  /// Largest exact bytes of one dispatch or receipt.
  public static final int MAX_CONTENT_BYTES = 64 * 1024;

  /// Largest checkpoint with all its signatures and cosignatures.
  public static final int MAX_CHECKPOINT_BYTES = 64 * 1024;

  /// Longest path in a tree of at most 2^63 leaves.
  public static final int MAX_PATH_HASHES = 63;

  /// Longest consistency proof: at most two paths.
  public static final int MAX_CONSISTENCY_HASHES = 2 * MAX_PATH_HASHES;

  /// Most entries in one extract.
  public static final int MAX_ENTRIES = 1024;

  /// Largest padded batch or ack before it is sealed.
  public static final int MAX_PADDED_BYTES = 8 * 1024 * 1024;

  /// Length of a salt.
  public static final int SALT_BYTES = 32;

  private Bounds() {}
}
