// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Tests of signed notes and keys.
@NullMarked
package lat.enlace.note;

import org.jspecify.annotations.NullMarked;
