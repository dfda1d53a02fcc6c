// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What an operator needs: how the node does, files into the holdings, creating, checking, saving
/// and restoring a node. See docs/operate/.
@NullMarked
package lat.enlace.node.ops;

import org.jspecify.annotations.NullMarked;
