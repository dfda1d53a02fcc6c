// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.entity.Attachment;

/// Files that items name (docs/spec/attachments.md). The node keeps and moves their bytes,
/// encrypted; the core says under which key, to whom, and until when.
public interface Attaching {
  /// Under which name and key a file lies encrypted in the node's folder.
  ///
  /// @param file its name: chance
  /// @param key 32 bytes, for this file alone; gone with its row
  /// @param chunks the tree hashes of its chunks; empty before they are known
  record Shelf(String file, Bytes key, List<Hash> chunks) {
    /// Copies the list.
    public Shelf {
      chunks = List.copyOf(chunks);
    }

    /// The same with its chunks.
    public Shelf listing(List<Hash> known) {
      return new Shelf(file, key, known);
    }
  }

  /// A file that the officer's agency stored here to give.
  ///
  /// @param given to how many items it was attached
  record Own(Attachment attachment, Instant at, int given) {}

  /// A file that an item received names and that is not whole yet.
  record Wanted(ItemId item, Attachment attachment, Shelf shelf) {}

  /// That a partner may have a file, and what it is sealed to.
  ///
  /// @param recipientRecord number of his node record in force
  /// @param recipientKey his sealing key
  record Grant(Attachment attachment, Shelf shelf, long recipientRecord, Bytes recipientKey) {}

  /// Begins to store a file.
  ///
  /// @throws ExchangeException with code REFUSED if the files of the agency that wait would be
  ///   longer than its quota
  Shelf begin(Officer by) throws ExchangeException;

  /// The file is whole and on disk: it may be attached from now on. If the agency stored the same
  /// bytes before, that file stays and {@code shelf} ends.
  Own stored(Officer by, Attachment attachment, Shelf shelf) throws ExchangeException;

  /// What the officer's agency stored here, newest first.
  List<Own> own(Officer by);

  /// Reads a file that an item names. The reading is on the ledger, and reported to the originator,
  /// before this returns.
  ///
  /// @throws ExchangeException NOT_FOUND as for items, or if the item does not name it; WRONG_STATE
  ///   while it is not whole
  Wanted read(Officer by, ItemId item, CaseReference caseReference, String reason, Hash digest)
      throws ExchangeException;

  /// Whether a partner may have a file now: the item was given to him, his receipt is here, it was
  /// not taken back, and an agreement with him opens its kind at this moment. Nothing if not, and
  /// nobody is told why.
  Optional<Grant> grant(NodeId partner, ItemId item, Hash digest);

  /// What this node still wants of a partner's files, first come first, at most 16.
  List<Wanted> wanted(NodeId partner) throws ExchangeException;

  /// The partner listed the chunks of a file, and their root is the digest.
  ///
  /// @throws ExchangeException with code NOT_FOUND if the file is wanted no more
  void listed(NodeId partner, Wanted wanted, List<Hash> chunks) throws ExchangeException;

  /// Every chunk is on disk and was verified.
  ///
  /// @throws ExchangeException with code NOT_FOUND if the file is wanted no more
  void whole(NodeId partner, Wanted wanted) throws ExchangeException;

  /// The names of all files that are kept; any other is to be destroyed.
  Set<String> files();
}
