// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

/// One difference between two texts.
///
/// @param path with names instead of positions where a list has them, for instance {@code
///   exchanges[art-4.1].quota-per-day}
/// @param before empty if it was added
/// @param after empty if it was removed
public record Change(String path, String before, String after) {}
