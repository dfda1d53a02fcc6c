// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// One class per command. Nothing here needs a running node to verify anything, and nothing here
/// may see the node: an auditor's check never runs the code it audits.
@NullMarked
package lat.enlace.cli;

import org.jspecify.annotations.NullMarked;
