// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Candidates without a scan: a dictionary of name parts with fuzzy look-up, and the list of who
/// bears each part.
@NullMarked
package lat.enlace.matching.algo1.block;

import org.jspecify.annotations.NullMarked;
