// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The tamper-evident log: RFC 6962 tree, C2SP tiles, checkpoints, proofs, cosignatures, fsck.
///
/// Knows bytes only: nothing of persons, dispatches or agreements, so that it cannot leak them.
/// What a log stores and how it survives a crash stands in `docs/spec/ledger.md`. Storage, clock
/// and keys come in through ports.
@NullMarked
package lat.enlace.ledger;

import org.jspecify.annotations.NullMarked;
