// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Batches, acknowledgements and receipts: extracts of one node's log for another, as bytes.
///
/// Reading checks form and bounds only. Whether checkpoint, consistency and inclusion hold is for
/// the reader to verify; every path is carried whole, so that the standard C2SP tlog-proof of each
/// entry can be rebuilt byte for byte. Spec: docs/spec/batch.md.
@NullMarked
package lat.enlace.wire.batch;

import org.jspecify.annotations.NullMarked;
