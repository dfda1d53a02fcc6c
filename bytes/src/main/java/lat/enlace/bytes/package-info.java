// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Immutable bytes, digests and bounded binary readers.
///
/// The one place where arrays are wrapped, so that records elsewhere never hold one. Knows no other
/// module and nothing of the domain.
@NullMarked
package lat.enlace.bytes;

import org.jspecify.annotations.NullMarked;
