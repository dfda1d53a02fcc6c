// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Tests of trees, proofs, logs and fsck.
@NullMarked
package lat.enlace.ledger;

import org.jspecify.annotations.NullMarked;
