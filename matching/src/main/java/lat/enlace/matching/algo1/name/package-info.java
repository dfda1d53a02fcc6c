// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Names: folding to plain letters, reading into parts, comparing parts and whole names.
@NullMarked
package lat.enlace.matching.algo1.name;

import org.jspecify.annotations.NullMarked;
