// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.entity.Schema;

/// An item given to a partner. Holds no content: that stands in the dispatch.
///
/// @param opening id of the opening of the disclosure
public record GivenRow(
    ItemId item,
    NodeId holder,
    EntityId entity,
    Schema schema,
    CaseReference caseReference,
    DispatchId disclosure,
    String opening,
    Instant given) {}
