// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Questions this node answers: its own decision, matching, the profile, and the officer who
/// releases.
@NullMarked
package lat.enlace.exchange.answer;

import org.jspecify.annotations.NullMarked;
