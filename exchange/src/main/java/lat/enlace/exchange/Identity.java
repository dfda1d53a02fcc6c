// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;

/// Whose node this is.
///
/// @param node the origin of this node's ledger
public record Identity(NodeId node, StateCode state) {}
