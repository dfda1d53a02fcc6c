// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What travels between nodes: header and body of a dispatch, as typed records.
///
/// Their exact bytes are the business of the wire module (docs/spec/dispatch.md); their road, of
/// the exchange. One nested record of {@link lat.enlace.model.dispatch.Body} per dispatch kind.
@NullMarked
package lat.enlace.model.dispatch;

import org.jspecify.annotations.NullMarked;
