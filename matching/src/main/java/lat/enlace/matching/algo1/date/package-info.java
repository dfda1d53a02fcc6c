// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Dates as people write them, whole or partial, and what two of them say of each other.
@NullMarked
package lat.enlace.matching.algo1.date;

import org.jspecify.annotations.NullMarked;
