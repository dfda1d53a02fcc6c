// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Requests and replies, at the state that asks and at the state that is asked.
@NullMarked
package lat.enlace.exchange.request;

import org.jspecify.annotations.NullMarked;
