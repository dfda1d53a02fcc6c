// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The question "do you know this person or thing?": compare two entities, search a holding,
/// explain every score. Specified in docs/spec/matching.md.
///
/// The port is {@link lat.enlace.matching.Matcher}; the algorithm in force is {@code algo1}.
/// Nothing here decides anything: a candidate stays a candidate until a person confirms it.
@NullMarked
package lat.enlace.matching;

import org.jspecify.annotations.NullMarked;
