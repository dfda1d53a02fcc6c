// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Four invented states on one machine, each a process of its own, and the unattended check that
/// walks the whole story. People, cases and passwords here are invented; nothing else in the
/// product has a default password.
@NullMarked
package lat.enlace.demo;

import org.jspecify.annotations.NullMarked;
