// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The pages on a real core: a federation of the testkit behind a real server.
@NullMarked
package lat.enlace.workbench;

import org.jspecify.annotations.NullMarked;
