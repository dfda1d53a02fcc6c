// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Sealing batches to one recipient and opening them: HPKE (RFC 9180), base mode, X-Wing.
///
/// Sealing hides content from everyone but the recipient. It does not say who sent it: that is
/// proved by the sender's log and its signed checkpoint inside. Spec: docs/spec/batch.md.
@NullMarked
package lat.enlace.wire.seal;

import org.jspecify.annotations.NullMarked;
