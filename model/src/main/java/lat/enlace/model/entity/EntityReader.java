// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import static lat.enlace.model.entity.EntityFormatException.Code.MALFORMED_JSON;
import static lat.enlace.model.entity.EntityFormatException.Code.TOO_COMPLEX;
import static lat.enlace.model.entity.EntityFormatException.Code.TOO_LONG;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads one line of FollowTheMoney JSON as an entity (docs/spec/entities.md).
///
/// Where the line says who states a value and since when, that is kept; where it does not, the
/// fallback given to the reader says it. Does not look at other lines: the caller refuses repeated
/// identifiers and bounds the line before it is a text.
public final class EntityReader {
  /// Longest line, in characters.
  public static final int MAX_LINE = 1 << 20;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 128;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_LINE)
                  .maxStringLength(MAX_LINE)
                  .build())
          .build();

  private final Provenance fallback;

  /// A reader that attributes bare values to {@code fallback}.
  public EntityReader(Provenance fallback) {
    this.fallback = fallback;
  }

  /// The entity on {@code line}.
  ///
  /// @throws EntityFormatException if the line is not exactly one entity
  public EntityLine read(String line) throws EntityFormatException {
    EntityDraft draft = draft(line);
    return draft.finish(line, fallback);
  }

  /// The entity on {@code line}, where a question is meant: without a schema it is a {@link
  /// Schema#LEGAL_ENTITY}, values may stand beside {@code id} instead of inside {@code properties},
  /// and an identifier outside the form of {@link lat.enlace.model.EntityId} is left to the caller.
  ///
  /// @throws EntityFormatException if the line is not exactly one such object
  public EntityQuestion readQuestion(String line) throws EntityFormatException {
    return draft(line).finishQuestion(fallback);
  }

  private static EntityDraft draft(String line) throws EntityFormatException {
    if (line.length() > MAX_LINE) {
      throw new EntityFormatException(TOO_LONG);
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      return new EntityParser(parser).parse();
    } catch (StreamConstraintsException e) {
      throw new EntityFormatException(TOO_COMPLEX);
    } catch (JacksonException e) {
      throw new EntityFormatException(MALFORMED_JSON);
    }
  }
}
