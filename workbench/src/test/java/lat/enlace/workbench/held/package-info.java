// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Parts of the pages on their own.
@NullMarked
package lat.enlace.workbench.held;

import org.jspecify.annotations.NullMarked;
