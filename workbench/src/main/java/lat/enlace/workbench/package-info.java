// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The pages officers use: a face of the node, drawn on the server, working without JavaScript.
///
/// The pages decide nothing. They need from the node what stands here as interfaces: {@link
/// lat.enlace.workbench.Core}, {@link lat.enlace.workbench.Session}, {@link
/// lat.enlace.workbench.Signing}, {@link lat.enlace.workbench.Imports}, {@link
/// lat.enlace.workbench.FirstOperator}, a {@link lat.enlace.workbench.NodeProfile} and a {@link
/// lat.enlace.exchange.port.Clock}. Pages, paths and roles: docs/spec/workbench.md.
@NullMarked
package lat.enlace.workbench;

import org.jspecify.annotations.NullMarked;
