// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Dispatches as exact bytes: strict, bounded JSON (docs/spec/dispatch.md, docs/spec/kinds.md).
@NullMarked
package lat.enlace.wire.dispatch;

import org.jspecify.annotations.NullMarked;
