// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Clocks of what is owed: terms, calendars and time zones, pauses (docs/spec/clocks.md).
@NullMarked
package lat.enlace.model.clock;

import org.jspecify.annotations.NullMarked;
