// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Questions this node asks, from the form to the item.
@NullMarked
package lat.enlace.exchange.ask;

import org.jspecify.annotations.NullMarked;
