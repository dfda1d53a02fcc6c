// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

/// A source was refused as a whole; nothing of it was handed on, unless the code is {@link
/// Code#CHANGED}. The message tells place, fault and mend and never shows what was read.
public final class GatewayException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why a source is refused.
  public enum Code {
    /// Could not be opened or read to its end.
    UNREADABLE("cannot be read; check that it is a file, that you may read it, and the disk"),
    /// Nothing in it.
    EMPTY("is empty; export it again"),
    /// None of the formats.
    UNKNOWN_FORMAT(
        "is none of: UN consolidated list XML, OFAC legacy CSV, FollowTheMoney JSON lines, CSV with"
            + " a header that has id and name"),
    /// Several files that do not belong together.
    MIXED("holds several files that are no OFAC list; name each file by itself"),
    /// The same OFAC file twice.
    DOUBLED("is the same kind of OFAC file as another in the folder; keep one"),
    /// Only addresses or aliases of an OFAC list, without the parties they belong to.
    NO_PARTIES("belongs to an OFAC list whose sdn.csv is missing; name the folder with sdn.csv"),
    /// An encoding that is not read.
    ENCODING("is not UTF-8; save it as UTF-8 without changing anything else"),
    /// A NUL or other control character.
    CONTROL_CHARACTER(
        "holds a control character that no text has; it is no text, or a wrong change of encoding"
            + " damaged it; get the original"),
    /// Too many bytes in all.
    TOO_LARGE("is larger than this format may be; check that it is the right file"),
    /// A line, record or value longer than the limit.
    TOO_LONG("has a line, record or value beyond 1 MiB; check that it is not damaged"),
    /// Nested too deeply.
    TOO_DEEP("is nested deeper than the format allows; check that it is not damaged"),
    /// A document type declaration, which sound lists do not have.
    DOCTYPE("declares a document type or entities, which may be an attack; get the original file"),
    /// The file ends in the middle.
    TRUNCATED("ends in the middle; copy it again"),
    /// Not well-formed in its format.
    MALFORMED("is not well-formed"),
    /// The header of a CSV file is not usable.
    HEADER("has a header without usable id and name columns, or with one column twice"),
    /// A row has another number of cells than the header.
    ROW_WIDTH("has a row with another number of cells than the first; check commas and quotes"),
    /// A record without an identifier.
    MISSING_ID("has a record without an identifier; give it one"),
    /// An identifier outside the form.
    BAD_ID(
        "has an identifier that is not 1 to 128 letters, digits and ._:- beginning with a letter or"
            + " digit"),
    /// An identifier twice.
    DUPLICATE_ID("has an identifier that occurred before; identifiers must be unique"),
    /// A record without a name.
    MISSING_NAME("has a record without a name; give it one or leave it out"),
    /// A schema that Enlace does not know. More statements than an entity carries.
    TOO_MANY_STATEMENTS("has a record with more than 1,000 values; split it"),
    /// A line of FollowTheMoney is no entity.
    ENTITY("has a line that is no entity"),
    /// The bytes changed between the check and the reading.
    CHANGED("changed while it was read; throw away what was taken and read it again");

    private final String mend;

    Code(String mend) {
      this.mend = mend;
    }

    String mend() {
      return mend;
    }
  }

  private final Code code;
  private final transient Place place;

  GatewayException(Code code, Place place) {
    this(code, place, "");
  }

  /// With a further word on the fault that quotes nothing. There is no cause: a parser's own
  /// message quotes what it read.
  GatewayException(Code code, Place place, String detail) {
    super(place.text() + ": " + code.mend() + (detail.isEmpty() ? "" : ": " + detail));
    this.code = code;
    this.place = place;
  }

  /// Why.
  public Code code() {
    return code;
  }

  /// Where.
  public Place place() {
    return place;
  }
}
