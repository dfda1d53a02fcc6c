// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Node records: the operational keys and addresses of a node, numbered, dated, signed by its root
/// keys (docs/spec/node-record.md).
@NullMarked
package lat.enlace.instrument.node;

import org.jspecify.annotations.NullMarked;
