// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Items that were disclosed: given, received, read, recalled.
@NullMarked
package lat.enlace.exchange.item;

import org.jspecify.annotations.NullMarked;
