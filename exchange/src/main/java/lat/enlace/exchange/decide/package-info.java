// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Puts a matter before the instruments in force, and enters every outcome in the ledger.
@NullMarked
package lat.enlace.exchange.decide;

import org.jspecify.annotations.NullMarked;
