// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What two whole nodes exchange in a second and how long a dispatch takes to its durable receipt.
@NullMarked
package lat.enlace.bench.exchange;

import org.jspecify.annotations.NullMarked;
