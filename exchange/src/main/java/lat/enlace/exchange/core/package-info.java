// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Puts the core together.
@NullMarked
package lat.enlace.exchange.core;

import org.jspecify.annotations.NullMarked;
