// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Looks at a node step by step, names the step that is broken and its mend. See
/// docs/operate/doctor.md.
@NullMarked
package lat.enlace.node.doctor;

import org.jspecify.annotations.NullMarked;
