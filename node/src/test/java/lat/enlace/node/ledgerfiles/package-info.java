// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Tests of the ledger on a file system.
@NullMarked
package lat.enlace.node.ledgerfiles;

import org.jspecify.annotations.NullMarked;
