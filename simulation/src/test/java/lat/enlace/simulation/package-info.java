// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
@NullMarked
package lat.enlace.simulation;

import org.jspecify.annotations.NullMarked;
