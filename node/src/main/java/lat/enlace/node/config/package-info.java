// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The data folder of a node and its settings file. See docs/operate/install.md.
@NullMarked
package lat.enlace.node.config;

import org.jspecify.annotations.NullMarked;
