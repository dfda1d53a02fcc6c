// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The commands of a node: run, init, adopt, account, import, renew, doctor, backup, restore. One
/// class per command.
@NullMarked
package lat.enlace.node.command;

import org.jspecify.annotations.NullMarked;
