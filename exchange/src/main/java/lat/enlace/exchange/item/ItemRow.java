// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Statement;

/// An item received from its originator. The row outlives its content: an id names one item for
/// ever.
///
/// @param entity none once it was withdrawn or erased, else one
/// @param proofs keys of what proves that the originator sent it, and its corrections
/// @param expiries when data of each category are erased, fixed at receipt
/// @param bytesUntil the day on which the exact bytes received are destroyed, which hold every
///   statement: none once they are, else one
@PersonalData
public record ItemRow(
    ItemId item,
    NodeId originator,
    CaseReference caseReference,
    DispatchId question,
    Handling handling,
    List<Entity> entity,
    List<String> proofs,
    Instant received,
    List<Expiry> expiries,
    List<LocalDate> bytesUntil) {
  /// Copies the lists.
  public ItemRow {
    entity = List.copyOf(entity);
    proofs = List.copyOf(proofs);
    expiries = List.copyOf(expiries);
    bytesUntil = List.copyOf(bytesUntil);
  }

  static String key(NodeId originator, ItemId item) {
    return Keys.of(item, originator);
  }

  /// True if nothing of the content is left.
  public boolean isGone() {
    return entity.isEmpty() && bytesUntil.isEmpty();
  }

  /// As it may be kept on {@code today}: statements whose time is over are gone, and with the first
  /// of them the exact bytes, which cannot lose a part.
  ItemRow on(LocalDate today) {
    List<Entity> left = new ArrayList<>();
    for (Entity one : entity) {
      List<Statement> statements =
          one.statements().stream().filter(statement -> !expiry(statement).reached(today)).toList();
      if (!statements.isEmpty()) {
        left.add(new Entity(one.id(), one.schema(), statements));
      }
    }
    boolean bytes = bytesUntil.stream().anyMatch(today::isBefore);
    return with(handling, left, proofs, bytes ? bytesUntil : List.of());
  }

  /// The categories whose time is over on {@code today}.
  List<DataCategory> over(LocalDate today) {
    return expiries.stream().filter(one -> one.reached(today)).map(Expiry::data).toList();
  }

  /// The item's own expiries, of the categories it holds, the first to come first.
  List<Expiry> shown() {
    return entity.stream()
        .flatMap(one -> one.statements().stream())
        .map(this::expiry)
        .distinct()
        .sorted(Comparator.comparing(Expiry::day).thenComparing(Expiry::data))
        .toList();
  }

  /// The day on which bytes that hold {@code content} are destroyed.
  LocalDate bytesUntil(Entity content) {
    return content.statements().stream()
        .map(statement -> expiry(statement).day())
        .min(Comparator.naturalOrder())
        .orElseGet(() -> first().day());
  }

  ItemRow withdrawn() {
    return with(handling, List.of(), proofs, bytesUntil);
  }

  ItemRow erased() {
    return with(handling, List.of(), proofs, List.of());
  }

  ItemRow narrowed(Handling narrower) {
    return with(narrower, entity, proofs, bytesUntil);
  }

  /// @param proof key of what proves the correction
  ItemRow corrected(Entity content, String proof) {
    List<String> all = new ArrayList<>(proofs);
    all.add(proof);
    return with(handling, List.of(content), all, List.of(bytesUntil(content)));
  }

  /// What a person renews on {@code today}: of the categories it holds, those whose day is near.
  List<Expiry> renewable(LocalDate today) {
    return shown().stream().filter(expiry -> expiry.renewable(today)).toList();
  }

  /// With these of its expiries renewed, and the exact bytes, if they are left, for as long as all
  /// they hold.
  ItemRow renewed(List<Expiry> renewed) {
    List<Expiry> all =
        expiries.stream().map(one -> renewed.contains(one) ? one.renewed() : one).toList();
    ItemRow later = with(all, bytesUntil);
    boolean bytes = !bytesUntil.isEmpty() && !entity.isEmpty();
    return bytes ? with(all, List.of(later.bytesUntil(entity.getFirst()))) : later;
  }

  /// Without the exact bytes received, where they held more than may be kept.
  ItemRow withoutBytes() {
    return with(handling, entity, proofs, List.of());
  }

  /// A statement of a category for which no term was agreed goes with the first.
  private Expiry expiry(Statement statement) {
    return Categories.of(statement.property()).stream()
        .flatMap(category -> expiries.stream().filter(one -> one.data() == category))
        .findFirst()
        .orElseGet(this::first);
  }

  private Expiry first() {
    return expiries.stream().min(Comparator.comparing(Expiry::day)).orElseThrow();
  }

  private ItemRow with(List<Expiry> days, List<LocalDate> until) {
    return new ItemRow(
        item, originator, caseReference, question, handling, entity, proofs, received, days, until);
  }

  private ItemRow with(
      Handling narrower, List<Entity> now, List<String> allProofs, List<LocalDate> until) {
    return new ItemRow(
        item,
        originator,
        caseReference,
        question,
        narrower,
        now,
        allProofs,
        received,
        expiries,
        until);
  }

  @Override
  public String toString() {
    return "ItemRow[" + item + "]";
  }
}
