// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.EntityLine;

/// Takes what a source holds, in the order of the source.
@FunctionalInterface
public interface Sink {
  /// One entity.
  void entity(Entity entity);

  /// One entity of a schema that is carried but not searched. Left out unless overridden.
  default void foreign(EntityLine.Foreign foreign) {}
}
