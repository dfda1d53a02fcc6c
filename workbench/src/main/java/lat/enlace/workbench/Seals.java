// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import lat.enlace.note.Note;

/// The root keys of this node's state, where the node holds them. States that keep them offline
/// sign with {@code enlace instrument sign} instead.
public interface Seals {
  /// True if the node holds them.
  boolean held();

  /// {@code note} with the signatures of this state's root keys added; those of others stay.
  ///
  /// @throws SigningException with code NO_ROOT_KEY if the node does not hold them
  Note seal(Note note) throws SigningException;
}
