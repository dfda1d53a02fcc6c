// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The first algorithm: {@link lat.enlace.matching.algo1.Algo1} and its list of weighted features.
///
/// Once released this folder is never edited: a better algorithm is a new folder, so that an answer
/// given today can be replayed for ever.
@NullMarked
package lat.enlace.matching.algo1;

import org.jspecify.annotations.NullMarked;
