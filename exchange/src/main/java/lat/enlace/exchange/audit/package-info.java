// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The ledger as officers, auditors and courts see it.
@NullMarked
package lat.enlace.exchange.audit;

import org.jspecify.annotations.NullMarked;
