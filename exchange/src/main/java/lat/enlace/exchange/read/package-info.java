// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Readings of what partners sent: the entry, and the report to whoever sent it
/// (docs/spec/exchange.md, "Readings").
@NullMarked
package lat.enlace.exchange.read;

import org.jspecify.annotations.NullMarked;
