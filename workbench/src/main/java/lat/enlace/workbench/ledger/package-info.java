// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The ledger, its proofs, and the decisions that stand in it.
@NullMarked
package lat.enlace.workbench.ledger;

import org.jspecify.annotations.NullMarked;
