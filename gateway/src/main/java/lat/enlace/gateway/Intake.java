// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.EntityLine;

/// Takes what a reader of one format finds; a reader runs once against a {@link Census} and, if
/// that found nothing wrong, again against the caller's {@link Sink}.
interface Intake {
  void entity(Entity entity, Place place) throws GatewayException;

  void foreign(EntityLine.Foreign foreign, Place place) throws GatewayException;

  void warn(ImportWarning.Code code, Place place);

  /// An intake that hands on and has nothing left to check.
  static Intake into(Sink sink) {
    return new Intake() {
      @Override
      public void entity(Entity entity, Place place) {
        sink.entity(entity);
      }

      @Override
      public void foreign(EntityLine.Foreign foreign, Place place) {
        sink.foreign(foreign);
      }

      @Override
      public void warn(ImportWarning.Code code, Place place) {}
    };
  }
}
