// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Asking: the form, and what the agreement says of it before anything leaves the node.
@NullMarked
package lat.enlace.workbench.ask;

import org.jspecify.annotations.NullMarked;
