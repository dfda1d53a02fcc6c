// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Logs that crash.
@NullMarked
package lat.enlace.testkit.ledger;

import org.jspecify.annotations.NullMarked;
