// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

/// A line is not an entity. The message tells the fault and its mend and never shows what was read.
public final class EntityFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong with the line.
  public enum Code {
    /// Not one JSON object, or cut short.
    MALFORMED_JSON("not one complete JSON object; write one entity per line"),
    /// The same key twice in one object.
    DUPLICATE_KEY("a key occurs twice in one object; keep one"),
    /// Nested deeper, or a number longer, than any entity needs.
    TOO_COMPLEX("nested deeper than 32 levels, or a number above 128 digits; write flat entities"),
    /// Longer than a line may be.
    TOO_LONG("longer than 1 MiB; split the entity"),
    /// A text holds a NUL or half a character.
    BAD_TEXT("a text holds a NUL or half a surrogate pair; write well-formed text"),
    /// No identifier.
    MISSING_ID("no \"id\"; give every entity one"),
    /// An identifier outside the form.
    BAD_ID("\"id\" must be 1 to 128 letters, digits and ._:- and begin with a letter or digit"),
    /// No schema.
    MISSING_SCHEMA("no \"schema\"; name one, for instance Person"),
    /// The properties are not an object of lists of texts.
    BAD_PROPERTIES(
        "\"properties\" must map names to lists of texts; nested entities go on own lines"),
    /// A name of a property outside the form.
    BAD_PROPERTY("a property name must be up to 64 letters and digits and begin with a letter"),
    /// More than an entity carries.
    TOO_MANY_STATEMENTS("more than 1,000 values; split the entity"),
    /// A statement lacks a part or has one outside its form.
    BAD_STATEMENT("a statement lacks a part or has one outside its form"),
    /// The statements and the properties tell different things.
    CONTRADICTION("\"statements\" and \"properties\" differ; leave one of the two out"),
    /// A time that is none.
    BAD_TIME("a time is not ISO 8601; write for instance 2026-11-21T10:00:00Z");

    private final String mend;

    Code(String mend) {
      this.mend = mend;
    }

    /// The fault and what to do, in English, without anything that was read.
    public String mend() {
      return mend;
    }
  }

  private final Code code;

  /// An exception for {@code code}. It has no cause: a parser's own message quotes what it read.
  public EntityFormatException(Code code) {
    super(code.mend());
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
