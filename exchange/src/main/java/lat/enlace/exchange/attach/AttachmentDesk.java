// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.attach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Attaching;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.item.Attached;
import lat.enlace.exchange.item.AttachmentUseRow;
import lat.enlace.exchange.item.GivenRow;
import lat.enlace.exchange.item.HeldAttachmentRow;
import lat.enlace.exchange.item.ItemRow;
import lat.enlace.exchange.item.OwnAttachmentRow;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.entity.Attachment;

/// Who may store, fetch and read files that items name (docs/spec/attachments.md).
public final class AttachmentDesk implements Attaching {
  /// Most that one agency may have stored here, in bytes: 8 GiB.
  public static final long QUOTA_BYTES = 8L << 30;

  private static final int NAME_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int MOST_WANTED = 16;
  private static final int PAGE = 256;

  private final AskParts parts;
  private final Peers peers;

  /// With its parts.
  public AttachmentDesk(AskParts parts, Peers peers) {
    this.parts = parts;
    this.peers = peers;
  }

  @Override
  public Shelf begin(Officer by) throws ExchangeException {
    requireGiver(by);
    requireRoom(parts.journal().begin(), by, 1);
    return shelf();
  }

  @Override
  public Own stored(Officer by, Attachment attachment, Shelf shelf) throws ExchangeException {
    requireGiver(by);
    if (shelf.chunks().size() != attachment.chunks()) {
      throw new IllegalArgumentException("a file is stored with the hashes of all its chunks");
    }
    Work work = parts.journal().begin();
    Optional<OwnAttachmentRow> before = Attached.own(work, by.agency().id(), attachment);
    if (before.isPresent()) {
      return view(before.get());
    }
    requireRoom(work, by, attachment.size());
    var row = new OwnAttachmentRow(by.agency().id(), attachment, shelf, work.now(), List.of());
    Attached.put(work, row);
    parts.journal().commit(work);
    return view(row);
  }

  @Override
  public List<Own> own(Officer by) {
    if (!Roles.any(by, DispatchKind.SPONTANEOUS, Role.ANALYST, Role.DUTY_OFFICER)) {
      return List.of();
    }
    return ownRows(parts.journal().begin(), by).stream()
        .sorted(Comparator.comparing(OwnAttachmentRow::at).reversed())
        .map(AttachmentDesk::view)
        .toList();
  }

  @Override
  public Wanted read(
      Officer by, ItemId item, CaseReference caseReference, String reason, Hash digest)
      throws ExchangeException {
    Work work = parts.journal().begin();
    ItemRow row = parts.items().enterReading(work, by, item, caseReference, reason);
    boolean named =
        row.entity().stream()
            .flatMap(one -> Attachment.in(one).stream())
            .anyMatch(one -> one.digest().equals(digest));
    HeldAttachmentRow held =
        held(work, row.originator(), item, digest)
            .filter(_ -> named)
            .orElseThrow(AttachmentDesk::notFound);
    if (!held.whole()) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the file is still on its way; try again later");
    }
    parts.journal().commit(work);
    return new Wanted(item, held.attachment(), held.shelf().getFirst());
  }

  @Override
  public Optional<Grant> grant(NodeId partner, ItemId item, Hash digest) {
    Work work = parts.journal().begin();
    Optional<OwnAttachmentRow> own =
        work.get(Store.Space.GIVEN, item.value(), GivenRow.class)
            .filter(given -> given.holder().equals(partner))
            .filter(given -> Rows.receipted(work, parts.journal(), partner, given.disclosure()))
            .filter(given -> isOpen(work, partner, given))
            .flatMap(_ -> use(work, item, digest))
            .flatMap(use -> Attached.own(work, use.agency(), use.attachment()));
    return own.flatMap(row ->
        peers
            .inForce(partner, work)
            .flatMap(to ->
                to.keys()
                    .sealingAt(work.now())
                    .map(key ->
                        new Grant(row.attachment(), row.shelf(), to.number(), key.publicKey()))));
  }

  /// By the kind of the dispatch that names it: a suspension holds the file back as it holds back
  /// whatever else of the kind would leave.
  private boolean isOpen(Work work, NodeId partner, GivenRow given) {
    return Written.find(parts.journal(), given.disclosure())
        .filter(sent -> parts.decider().opens(work, partner, sent.header().kind()))
        .isPresent();
  }

  private static Optional<AttachmentUseRow> use(Work work, ItemId item, Hash digest) {
    return work
        .all(Store.Space.ATTACHMENT, AttachmentUseRow.prefix(item), AttachmentUseRow.class)
        .stream()
        .filter(use -> use.attachment().digest().equals(digest))
        .findFirst();
  }

  @Override
  public List<Wanted> wanted(NodeId partner) throws ExchangeException {
    Work work = parts.journal().begin();
    List<Wanted> wanted = new ArrayList<>();
    String after = "";
    List<Store.Row> page;
    do {
      page = work.scan(Store.Space.ATTACHMENT, HeldAttachmentRow.prefix(partner), after, PAGE);
      for (Store.Row row : page) {
        after = row.key();
        HeldAttachmentRow held = Stored.read(row.value(), HeldAttachmentRow.class);
        if (!held.whole() && wanted.size() < MOST_WANTED) {
          wanted.add(wanted(work, held));
        }
      }
    } while (page.size() == PAGE && wanted.size() < MOST_WANTED);
    if (!work.isEmpty()) {
      parts.journal().commit(work);
    }
    return wanted;
  }

  private Wanted wanted(Work work, HeldAttachmentRow held) {
    if (held.shelf().isEmpty()) {
      Shelf shelf = shelf();
      work.put(Store.Space.ATTACHMENT, held.key(), held.on(shelf));
      return new Wanted(held.item(), held.attachment(), shelf);
    }
    return new Wanted(held.item(), held.attachment(), held.shelf().getFirst());
  }

  @Override
  public void listed(NodeId partner, Wanted wanted, List<Hash> chunks) throws ExchangeException {
    Work work = parts.journal().begin();
    HeldAttachmentRow row = stillWanted(work, partner, wanted);
    work.put(Store.Space.ATTACHMENT, row.key(), row.on(wanted.shelf().listing(chunks)));
    parts.journal().commit(work);
  }

  @Override
  public void whole(NodeId partner, Wanted wanted) throws ExchangeException {
    Work work = parts.journal().begin();
    HeldAttachmentRow row = stillWanted(work, partner, wanted);
    work.put(Store.Space.ATTACHMENT, row.key(), row.verified());
    parts.journal().commit(work);
  }

  @Override
  public Set<String> files() {
    Work work = parts.journal().begin();
    Set<String> files = new TreeSet<>();
    work.all(Store.Space.ATTACHMENT, OwnAttachmentRow.OWN + " ", OwnAttachmentRow.class)
        .forEach(row -> files.add(row.shelf().file()));
    work.all(Store.Space.ATTACHMENT, HeldAttachmentRow.EVERY, HeldAttachmentRow.class)
        .forEach(row -> row.shelf().forEach(shelf -> files.add(shelf.file())));
    return files;
  }

  private static HeldAttachmentRow stillWanted(Work work, NodeId partner, Wanted wanted)
      throws ExchangeException {
    return held(work, partner, wanted.item(), wanted.attachment().digest())
        .filter(row -> !row.whole())
        .filter(row -> row.shelf().stream().anyMatch(one -> isSame(one, wanted.shelf())))
        .orElseThrow(AttachmentDesk::notFound);
  }

  private static boolean isSame(Shelf one, Shelf other) {
    return one.file().equals(other.file());
  }

  private static Optional<HeldAttachmentRow> held(
      Work work, NodeId originator, ItemId item, Hash digest) {
    return work.get(
        Store.Space.ATTACHMENT,
        HeldAttachmentRow.prefix(originator, item) + digest.value().hex(),
        HeldAttachmentRow.class);
  }

  private static void requireGiver(Officer by) throws ExchangeException {
    Roles.require(by, DispatchKind.SPONTANEOUS, Role.ANALYST, Role.DUTY_OFFICER);
  }

  private static void requireRoom(Work work, Officer by, long more) throws ExchangeException {
    long stored = ownRows(work, by).stream().mapToLong(row -> row.attachment().size()).sum();
    if (stored + more > QUOTA_BYTES) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED,
          "the agency's files have no room left: 8 GiB may wait to be fetched");
    }
  }

  private static List<OwnAttachmentRow> ownRows(Work work, Officer by) {
    return work.all(
        Store.Space.ATTACHMENT, OwnAttachmentRow.prefix(by.agency().id()), OwnAttachmentRow.class);
  }

  private Shelf shelf() {
    return new Shelf(
        parts.randomness().next(NAME_BYTES).hex(), parts.randomness().next(KEY_BYTES), List.of());
  }

  private static Own view(OwnAttachmentRow row) {
    return new Own(row.attachment(), row.at(), row.uses().size());
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such file");
  }
}
