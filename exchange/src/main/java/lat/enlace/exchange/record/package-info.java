// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The one road every change takes: database, ledger, database (docs/spec/exchange.md, "The road"),
/// and what officers, auditors and courts see of it.
@NullMarked
package lat.enlace.exchange.record;

import org.jspecify.annotations.NullMarked;
