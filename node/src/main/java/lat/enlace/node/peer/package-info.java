// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Links to other nodes: TLS 1.3 in both directions with keys from the node records in force, one
/// endpoint, one delivery loop per partner. See docs/spec/peer.md.
@NullMarked
package lat.enlace.node.peer;

import org.jspecify.annotations.NullMarked;
