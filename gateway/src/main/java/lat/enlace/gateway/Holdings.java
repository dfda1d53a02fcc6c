// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import lat.enlace.bytes.Bytes;
import lat.enlace.model.entity.Provenance;

/// Reads what a state holds or a list claims, in whatever format it comes (docs/spec/import.md).
///
/// A source is read twice: once to check all of it, once to hand it on. The sink sees the first
/// entity only after the whole source was found sound; memory grows with the number of entities,
/// not with their size, except for OFAC files, which are joined in memory.
public final class Holdings {
  private Holdings() {}

  /// Reads all of {@code source} into {@code sink}.
  ///
  /// @param provenance who states the values of a format that does not say so itself, and since
  ///   when; lists name themselves as the source and keep only the time
  /// @throws GatewayException if the source is refused; nothing was handed on, unless the code is
  ///   {@link GatewayException.Code#CHANGED}
  public static ImportReport read(Source source, Provenance provenance, Sink sink)
      throws GatewayException {
    FormatReader reader = Recognition.of(source, provenance);
    Census census = new Census();
    Opener first = new Opener();
    ListClaim list = reader.read(first, census);
    handOn(reader, source, first.seen(), sink);
    return census.report(reader.format(), list);
  }

  /// Checks all of {@code source} without handing anything on.
  ///
  /// @throws GatewayException if the source is refused
  public static ImportReport check(Source source, Provenance provenance) throws GatewayException {
    FormatReader reader = Recognition.of(source, provenance);
    Census census = new Census();
    ListClaim list = reader.read(new Opener(), census);
    return census.report(reader.format(), list);
  }

  private static void handOn(FormatReader reader, Source source, Bytes checked, Sink sink)
      throws GatewayException {
    Place place = Place.whole(source.parts().getFirst().name());
    Opener second = new Opener();
    try {
      reader.read(second, Intake.into(sink));
    } catch (GatewayException e) {
      throw new GatewayException(GatewayException.Code.CHANGED, place);
    }
    if (!second.seen().equals(checked)) {
      throw new GatewayException(GatewayException.Code.CHANGED, place);
    }
  }
}
