// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The fields in which officers describe a person or an object: the same on every page.
@NullMarked
package lat.enlace.workbench.entity;

import org.jspecify.annotations.NullMarked;
