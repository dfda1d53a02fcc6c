// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What this state holds: how much, where it came from, and the sealed list.
@NullMarked
package lat.enlace.workbench.holdings;

import org.jspecify.annotations.NullMarked;
