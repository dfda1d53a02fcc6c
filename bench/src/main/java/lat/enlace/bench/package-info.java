// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Measurements anyone can repeat: {@code ./enlace bench NAME [--json]}.
///
/// A benchmark reports the spread over its runs and the machine it ran on; a ratio is measured in
/// the same run on the same data as its peer. Figures that were taken stand in docs/benchmarks.md.
@NullMarked
package lat.enlace.bench;

import org.jspecify.annotations.NullMarked;
