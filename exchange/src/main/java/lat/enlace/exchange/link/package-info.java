// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The links to partners: batches out, batches in, acknowledgements, back-off.
@NullMarked
package lat.enlace.exchange.link;

import org.jspecify.annotations.NullMarked;
