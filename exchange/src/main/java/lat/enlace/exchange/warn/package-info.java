// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The duty to warn: sent, acted on, reviewed by both sides.
@NullMarked
package lat.enlace.exchange.warn;

import org.jspecify.annotations.NullMarked;
