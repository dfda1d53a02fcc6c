// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors

/// What this node and a partner owed each other.
@NullMarked
package lat.enlace.workbench.record;

import org.jspecify.annotations.NullMarked;
