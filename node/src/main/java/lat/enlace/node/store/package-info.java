// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The node's database: encrypted rows in SQLite or PostgreSQL, behind one interface.
///
/// {@link lat.enlace.node.store.SqlDatabase} owns the connections, each on a platform thread of its
/// own; {@link lat.enlace.node.store.SqlStore} is the core's port on top of it. See
/// docs/spec/store.md.
@NullMarked
package lat.enlace.node.store;

import org.jspecify.annotations.NullMarked;
