// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AgencyId;
import lat.enlace.model.ItemId;
import lat.enlace.model.entity.Attachment;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Statement;

/// Files live and end with the items that name them, at both ends (docs/spec/attachments.md, "How
/// long").
public final class Attached {
  /// How long a file that was given may be fetched.
  public static final Duration FETCHED_WITHIN = Duration.ofDays(90);

  /// How long a file that nothing names yet is kept.
  public static final Duration GIVEN_WITHIN = Duration.ofDays(1);

  private static final int AT_ONCE = 16;

  private String after = "";

  /// With nothing looked at.
  public Attached() {}

  /// Puts an item received, wants the files that it names, and ends those that it names no more:
  /// with the row goes the key.
  static void keep(Work work, ItemRow row) {
    work.put(Store.Space.ITEM, ItemRow.key(row.originator(), row.item()), row);
    List<Attachment> named =
        row.entity().stream().flatMap(one -> Attachment.in(one).stream()).toList();
    String prefix = HeldAttachmentRow.prefix(row.originator(), row.item());
    for (Store.Row held : work.scan(Store.Space.ATTACHMENT, prefix, "", Integer.MAX_VALUE)) {
      if (!named.contains(Stored.read(held.value(), HeldAttachmentRow.class).attachment())) {
        work.delete(Store.Space.ATTACHMENT, held.key());
      }
    }
    for (Attachment one : named) {
      var wanted = new HeldAttachmentRow(row.originator(), row.item(), one, List.of(), false);
      if (work.get(Store.Space.ATTACHMENT, wanted.key()).isEmpty()) {
        work.put(Store.Space.ATTACHMENT, wanted.key(), wanted);
      }
    }
  }

  /// Attaches what an item names that leaves with {@code letter}.
  ///
  /// @throws ExchangeException with code INVALID_FORM if a statement about a file names none that
  ///   the agency stored here
  public static void give(Work work, Letters.Letter letter, ItemId item, Entity entity)
      throws ExchangeException {
    AgencyId agency = letter.dispatch().header().sender().agency().id();
    for (Statement statement : entity.statements()) {
      if (Attachment.isAbout(statement)) {
        OwnAttachmentRow own =
            Attachment.named(statement)
                .findFirst()
                .flatMap(one -> own(work, agency, one))
                .orElseThrow(() ->
                    new ExchangeException(
                        ExchangeException.Code.INVALID_FORM,
                        "store the file here first and state its value as it was answered"));
        put(work, own.used(item));
        var use = new AttachmentUseRow(agency, item, own.attachment(), work.now());
        work.put(Store.Space.ATTACHMENT, use.key(), use);
      }
    }
  }

  /// The file that the agency stored here; nothing if it has another type or size.
  public static Optional<OwnAttachmentRow> own(Work work, AgencyId agency, Attachment attachment) {
    return work.get(
            Store.Space.ATTACHMENT,
            OwnAttachmentRow.key(agency, attachment),
            OwnAttachmentRow.class)
        .filter(row -> row.attachment().equals(attachment));
  }

  /// Keeps what an agency stored.
  public static void put(Work work, OwnAttachmentRow row) {
    work.put(Store.Space.ATTACHMENT, row.key(), row);
  }

  /// Nothing that the item names is served any more; what no other item names is destroyed here.
  static void takeBack(Work work, ItemId item) {
    work.all(Store.Space.ATTACHMENT, AttachmentUseRow.prefix(item), AttachmentUseRow.class)
        .forEach(use -> end(work, use));
  }

  /// Ends what nobody fetched or named in time, a few at a time.
  public void tick(Work work) {
    List<Store.Row> page = work.scan(Store.Space.ATTACHMENT, "", after, AT_ONCE);
    for (Store.Row row : page) {
      if (row.key().startsWith(AttachmentUseRow.USE + " ")) {
        AttachmentUseRow use = Stored.read(row.value(), AttachmentUseRow.class);
        boolean given = work.get(Store.Space.GIVEN, use.item().value()).isPresent();
        if (!given || use.at().plus(FETCHED_WITHIN).isBefore(work.now())) {
          end(work, use);
        }
      } else if (row.key().startsWith(OwnAttachmentRow.OWN + " ")) {
        OwnAttachmentRow own = Stored.read(row.value(), OwnAttachmentRow.class);
        if (own.uses().isEmpty() && own.at().plus(GIVEN_WITHIN).isBefore(work.now())) {
          work.delete(Store.Space.ATTACHMENT, row.key());
        }
      }
    }
    after = page.size() < AT_ONCE ? "" : page.getLast().key();
  }

  private static void end(Work work, AttachmentUseRow use) {
    work.delete(Store.Space.ATTACHMENT, use.key());
    own(work, use.agency(), use.attachment())
        .map(own -> own.unused(use.item()))
        .ifPresent(own -> {
          if (own.uses().isEmpty()) {
            work.delete(Store.Space.ATTACHMENT, own.key());
          } else {
            put(work, own);
          }
        });
  }
}
