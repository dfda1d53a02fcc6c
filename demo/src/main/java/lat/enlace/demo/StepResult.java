// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

/// What one step of the check came to.
///
/// @param detail what was seen, in one line
record StepResult(String name, boolean ok, String detail) {}
