// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What every request passes before anything reads it: how long its body may be, and in what form a
/// program hears that it was turned away. See docs/spec/api.md.
@NullMarked
package lat.enlace.node.door;

import org.jspecify.annotations.NullMarked;
