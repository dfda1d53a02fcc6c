// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Dates of birth read to a person's favour.
@NullMarked
package lat.enlace.matching.birth;

import org.jspecify.annotations.NullMarked;
