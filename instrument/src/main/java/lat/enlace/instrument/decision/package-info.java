// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// From (question, context) to a decision: the gates no agreement can loosen, then the clauses of
/// the agreement, default deny (docs/spec/gates.md).
///
/// All inputs are finite codes, and deciding is a pure function, so that properties can be proved
/// over the whole space.
@NullMarked
package lat.enlace.instrument.decision;

import org.jspecify.annotations.NullMarked;
