// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.util.List;
import lat.enlace.model.PersonalData;

/// What someone asks about, as a file of questions has it.
///
/// @param id as the asker wrote it, any text of 1 to 1,024 characters
/// @param schema what is asked about, {@link Schema#LEGAL_ENTITY} if not said
/// @param statements what is known of it, possibly nothing
@PersonalData
public record EntityQuestion(String id, Schema schema, List<Statement> statements) {
  /// Longest identifier of a question.
  public static final int MAX_ID_LENGTH = 1024;

  /// Copies the statements and checks the bounds.
  public EntityQuestion {
    statements = List.copyOf(statements);
    if (id.isEmpty() || id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException("a question's id has 1 to 1024 characters");
    }
    if (statements.size() > Entity.MAX_STATEMENTS) {
      throw new IllegalArgumentException("too many statements");
    }
  }

  @Override
  public String toString() {
    return "EntityQuestion[" + schema.code() + ", " + statements.size() + " statements]";
  }
}
