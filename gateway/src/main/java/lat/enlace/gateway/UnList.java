// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lat.enlace.model.entity.Provenance;
import org.jspecify.annotations.Nullable;

/// Reads the consolidated list of the United Nations Security Council in its published XML. Every
/// value is a claim of the list, made on the day the entry was listed.
record UnList(Source.Part part, Provenance provenance) implements FormatReader {
  private static final String NAME = "UN Security Council Consolidated List";
  private static final long MAX_BYTES = 64L << 20;
  private static final int DATE_LENGTH = "2026-11-21".length();

  @Override
  public HoldingsFormat format() {
    return HoldingsFormat.UN_XML;
  }

  @Override
  public @Nullable ListClaim read(Opener opener, Intake intake) throws GatewayException {
    try (InputStream in = opener.open(part)) {
      XmlRecords records =
          new XmlRecords(new TextReader(in, part.name(), MAX_BYTES, intake), part.name());
      Instant made = instant(records.root("CONSOLIDATED_LIST", "dateGenerated"));
      Provenance list = Provenance.claim(NAME, made == null ? provenance.since() : made);
      for (Optional<XmlNode> entry = records.next(); entry.isPresent(); entry = records.next()) {
        entry(entry.get(), list, records.place(), intake);
      }
      return new ListClaim(NAME, made);
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
  }

  private static void entry(XmlNode entry, Provenance list, Place place, Intake intake)
      throws GatewayException {
    EntityBuilder entity = new EntityBuilder(list.withSince(listed(entry, list)), place, intake);
    switch (entry.name()) {
      case "INDIVIDUAL" -> intake.entity(UnEntry.individual(entry, entity), place);
      case "ENTITY" -> intake.entity(UnEntry.organisation(entry, entity), place);
      default -> intake.warn(ImportWarning.Code.UNKNOWN_ELEMENT, place);
    }
  }

  private static Instant listed(XmlNode entry, Provenance list) {
    String day = entry.text("LISTED_ON");
    try {
      return day.length() < DATE_LENGTH
          ? list.since()
          : LocalDate.parse(day.substring(0, DATE_LENGTH)).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return list.since();
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
