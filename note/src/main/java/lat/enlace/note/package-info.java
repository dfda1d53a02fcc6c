// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Signed notes, verifier keys and key ids (C2SP signed-note), with the signature types a ledger
/// needs.
///
/// Knows text, keys and signatures; knows nothing of trees, agreements or messages. All bounds
/// stand in {@link lat.enlace.note.NoteBounds} and `docs/spec/note.md`.
@NullMarked
package lat.enlace.note;

import org.jspecify.annotations.NullMarked;
