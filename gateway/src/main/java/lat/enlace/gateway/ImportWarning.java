// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

/// Something a reader of the report should know, although all of the source was read. Never shows
/// what was read.
public record ImportWarning(Code code, Place place) {
  /// What was met.
  public enum Code {
    /// Bytes that are not UTF-8, read as Windows-1252.
    ENCODING("bytes that are not UTF-8 were read as Windows-1252; check accents"),
    /// A part that is not of the list and was not read.
    UNUSED_PART("not part of the list; not read"),
    /// An entity of a schema that is carried but not searched.
    FOREIGN_SCHEMA("an entity of a schema that is carried but not searched"),
    /// A column that is not a property.
    UNKNOWN_COLUMN("a column that is no property; its values were left out"),
    /// A value cut in pieces because it is longer than a statement carries.
    VALUE_SPLIT("a value longer than 4,096 characters was cut in pieces"),
    /// A row with fewer cells than the header.
    SHORT_ROW("a row with fewer cells than the first; the missing ones count as empty"),
    /// A country that is not in the table, kept as written.
    UNKNOWN_COUNTRY("a country name that is not known; kept as written"),
    /// A date that reads two ways, or none that is known, kept as written.
    UNREADABLE_DATE("a date that reads two ways, or none that is known; kept as written"),
    /// An alias or address of a party that is not in the file.
    ORPHAN("belongs to a party that is not in the file; left out"),
    /// An element of a list that the reader does not know.
    UNKNOWN_ELEMENT("an element that this version does not know; left out");

    private final String words;

    Code(String words) {
      this.words = words;
    }

    /// What was met, in English.
    public String words() {
      return words;
    }
  }

  /// Place and what was met, in one line.
  public String text() {
    return place.text() + ": " + code.words();
  }
}
