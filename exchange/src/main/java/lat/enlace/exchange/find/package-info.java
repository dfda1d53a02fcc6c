// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Whereabouts of a person: asked and answered on the humanitarian floor.
@NullMarked
package lat.enlace.exchange.find;

import org.jspecify.annotations.NullMarked;
