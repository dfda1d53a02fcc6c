// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

/// Something officers do.
///
/// @param name under which it stands in a trace, and crashes in it are counted
/// @param weight how often it is done, against the others of the office
record Deed(String name, int weight, Act act) {}
