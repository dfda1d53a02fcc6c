// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Fakes for every port, contracts that fakes and real adapters pass alike, and a federation
/// simulated in one thread.
@NullMarked
package lat.enlace.testkit;

import org.jspecify.annotations.NullMarked;
