// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The files of a ledger on a file system, for the one process that writes them.
@NullMarked
package lat.enlace.node.ledgerfiles;

import org.jspecify.annotations.NullMarked;
