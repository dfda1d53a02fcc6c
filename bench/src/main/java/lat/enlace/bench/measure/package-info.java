// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What every benchmark is made of: its figures, where it writes, how it keeps time.
@NullMarked
package lat.enlace.bench.measure;

import org.jspecify.annotations.NullMarked;
