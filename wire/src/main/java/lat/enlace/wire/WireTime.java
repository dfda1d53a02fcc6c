// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/// Times as they travel: RFC 3339 in UTC with exactly three decimals, for instance {@code
/// 2026-11-21T09:30:00.000Z}, in the years 0000 to 9999. One instant has one form.
public final class WireTime {
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
  private static final DateTimeFormatter WRITER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private WireTime() {}

  /// The form of {@code instant}, cut to whole milliseconds.
  ///
  /// @throws WireException VALUE_INVALID if the year has not four digits
  public static String write(Instant instant) throws WireException {
    try {
      String text = WRITER.format(instant.truncatedTo(ChronoUnit.MILLIS));
      if (FORM.matcher(text).matches()) {
        return text;
      }
    } catch (DateTimeException e) {
      // The ends of the time line have no calendar day: refused as any other year out of range.
    }
    throw new WireException(WireException.Code.VALUE_INVALID);
  }

  /// The instant of a form met in untrusted input.
  ///
  /// @throws WireException VALUE_INVALID for any other form, and for days and hours that do not
  ///   exist; leap seconds do not
  public static Instant parse(String text) throws WireException {
    if (!FORM.matcher(text).matches()) {
      throw new WireException(WireException.Code.VALUE_INVALID);
    }
    try {
      Instant instant = Instant.parse(text);
      if (!write(instant).equals(text)) {
        throw new WireException(WireException.Code.VALUE_INVALID);
      }
      return instant;
    } catch (DateTimeException e) {
      throw new WireException(WireException.Code.VALUE_INVALID);
    }
  }
}
