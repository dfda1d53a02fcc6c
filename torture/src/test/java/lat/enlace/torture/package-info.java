// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Tests of what the torture stands on, and a short one.
@NullMarked
package lat.enlace.torture;

import org.jspecify.annotations.NullMarked;
