// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Joins core, stores, links, logins and faces into one running node.
@NullMarked
package lat.enlace.node.wiring;

import org.jspecify.annotations.NullMarked;
