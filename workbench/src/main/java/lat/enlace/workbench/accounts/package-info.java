// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Who works at this node: accounts as the operator keeps them, and one's own.
@NullMarked
package lat.enlace.workbench.accounts;

import org.jspecify.annotations.NullMarked;
