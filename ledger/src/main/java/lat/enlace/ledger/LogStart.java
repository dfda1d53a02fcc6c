// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// The state a {@link Log} begins with: its lease, its tree with open files, and its last
/// checkpoint.
record LogStart(LogLease lease, TreeWriter tree, SignedCheckpoint published) {}
