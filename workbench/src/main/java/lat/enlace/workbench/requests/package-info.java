// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Requests sent and received, and information that nobody asked for.
@NullMarked
package lat.enlace.workbench.requests;

import org.jspecify.annotations.NullMarked;
