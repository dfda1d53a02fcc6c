// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Questions asked: answers as they arrive, the authority's signature, reading what was disclosed.
@NullMarked
package lat.enlace.workbench.questions;

import org.jspecify.annotations.NullMarked;
