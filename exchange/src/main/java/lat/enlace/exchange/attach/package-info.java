// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Files that items name: who may store, fetch and read them.
@NullMarked
package lat.enlace.exchange.attach;

import org.jspecify.annotations.NullMarked;
