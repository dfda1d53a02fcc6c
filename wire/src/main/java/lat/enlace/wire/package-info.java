// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Dispatches as exact bytes, batches of them with their proofs, sealing to one recipient.
///
/// Everything here is form: what is read is well-formed and bounded, nothing is yet true. Proofs
/// are verified by the ledger's code, permission is decided by the instrument's; both are joined in
/// the exchange. Specs: docs/spec/dispatch.md, batch.md, kinds.md, errors.md.
@NullMarked
package lat.enlace.wire;

import org.jspecify.annotations.NullMarked;
