// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The node's secrets on disk: a vault of encrypted files, and the keys that lie in it.
///
/// Every file is encrypted under a key-encryption key that comes from outside the data folder. See
/// docs/operate/keys.md.
@NullMarked
package lat.enlace.node.keys;

import org.jspecify.annotations.NullMarked;
