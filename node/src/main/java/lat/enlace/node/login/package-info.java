// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Who may act at this node: local accounts, passwords, lock-out, tokens, sessions, the first
/// operator, personal approvals. See docs/spec/login.md.
@NullMarked
package lat.enlace.node.login;

import org.jspecify.annotations.NullMarked;
