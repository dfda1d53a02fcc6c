// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.read;

import java.util.List;
import lat.enlace.exchange.Recalling.ReadingView;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AgencyId;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;

/// A reading that a partner reported.
///
/// @param what item or dispatch that was read, by the name this node gave it
/// @param kind of the dispatch that brought it there
/// @param agency that sent it
/// @param reader the node where it was read
/// @param whole as it was reported
/// @param shown to others than the rights officer: none or one
public record ReportedRow(
    String what,
    DispatchKind kind,
    AgencyId agency,
    NodeId reader,
    ReadingView whole,
    List<ReadingView> shown) {
  /// Copies the list.
  public ReportedRow {
    shown = List.copyOf(shown);
  }

  /// Keeps what {@code report} said.
  public static void put(Work work, DispatchId report, ReportedRow row) {
    work.put(Store.Space.READING, Keys.of(row.what(), report), row);
  }

  /// All of them.
  public static List<ReportedRow> all(Work work) {
    return work.all(Store.Space.READING, "", ReportedRow.class);
  }

  /// Those of an item.
  public static List<ReportedRow> of(Work work, ItemId item) {
    return work.all(Store.Space.READING, Keys.of(item, ""), ReportedRow.class);
  }
}
