// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Invented people, plainly so.
@NullMarked
package lat.enlace.testkit.people;

import org.jspecify.annotations.NullMarked;
