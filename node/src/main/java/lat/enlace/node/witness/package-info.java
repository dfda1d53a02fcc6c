// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// A witness that stands alone, as a university or an ombudsman runs it, and a node's way to ask
/// witnesses (docs/spec/ledger.md, "Witnesses").
@NullMarked
package lat.enlace.node.witness;

import org.jspecify.annotations.NullMarked;
