// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What stays open under every suspension: whereabouts of a person, and recalls.
@NullMarked
package lat.enlace.workbench.floor;

import org.jspecify.annotations.NullMarked;
