// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What this state holds: subjects of its cases, claims of lists, and those it protects.
@NullMarked
package lat.enlace.exchange.hold;

import org.jspecify.annotations.NullMarked;
