// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What the verify page says of proofs, without the page.
@NullMarked
package lat.enlace.workbench.ledger;

import org.jspecify.annotations.NullMarked;
