// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// A federation grown from a seed: officers at work, a bad network, crashes between any two steps,
/// wrong clocks and one peer that lies, with every invariant looked at after every step.
@NullMarked
package lat.enlace.simulation;

import org.jspecify.annotations.NullMarked;
