// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The files of a ledger on a file system, read only: an auditor's copy, a court's disc.
@NullMarked
package lat.enlace.cli.ledgerfiles;

import org.jspecify.annotations.NullMarked;
