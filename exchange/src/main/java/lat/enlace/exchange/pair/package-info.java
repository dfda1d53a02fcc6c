// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors

/// What two nodes owed each other and what came of it, reckoned from receipts.
@NullMarked
package lat.enlace.exchange.pair;

import org.jspecify.annotations.NullMarked;
