// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

/// The named thresholds of an algorithm; docs/spec/matching.md gives the evidence of each value.
///
/// @param same two records are taken for the same by {@link Matcher#compare}
/// @param screening a candidate is a hit
/// @param strong a candidate whose second feature agrees is strong
public record Thresholds(double same, double screening, double strong) {}
