// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What a decision costs.
@NullMarked
package lat.enlace.bench.decide;

import org.jspecify.annotations.NullMarked;
