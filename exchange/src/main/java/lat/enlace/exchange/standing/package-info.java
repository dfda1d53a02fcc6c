// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Instruments adopted, raised together, lowered alone, suspended alone and at once; node records.
@NullMarked
package lat.enlace.exchange.standing;

import org.jspecify.annotations.NullMarked;
