// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Files that items name: kept encrypted in chunks, served to partners and fetched from them.
@NullMarked
package lat.enlace.node.attach;

import org.jspecify.annotations.NullMarked;
