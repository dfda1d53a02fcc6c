// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Decisions as people read them: what permits, who must authorise, what refuses and what would
/// change it.
@NullMarked
package lat.enlace.workbench.verdict;

import org.jspecify.annotations.NullMarked;
