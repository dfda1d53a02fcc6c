// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Real nodes at work under faults: processes killed, what was not synced lost or torn, full disks,
/// a database gone, links cut, slow or half open, clocks that jump; and the check that nothing that
/// was acknowledged is lost, doubled or done against policy. How, and what this cannot show:
/// docs/spec/torture.md.
@NullMarked
package lat.enlace.torture;

import org.jspecify.annotations.NullMarked;
