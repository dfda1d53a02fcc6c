// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The REST face of the node: what the pages can do, for programs. Contract in docs/spec/api.md and
/// at {@code /api/openapi.json}; errors as problem+json (RFC 9457) from one class.
@NullMarked
package lat.enlace.node.api;

import org.jspecify.annotations.NullMarked;
