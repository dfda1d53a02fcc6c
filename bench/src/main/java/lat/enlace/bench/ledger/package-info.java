// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What the ledger does in a second and how long an entry waits, beside a hash chain in PostgreSQL.
@NullMarked
package lat.enlace.bench.ledger;

import org.jspecify.annotations.NullMarked;
