// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Information that nobody asked for, and what came of it.
@NullMarked
package lat.enlace.exchange.inform;

import org.jspecify.annotations.NullMarked;
