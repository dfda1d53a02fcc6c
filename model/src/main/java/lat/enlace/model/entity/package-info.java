// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Persons, organisations and objects as sets of statements, compatible with FollowTheMoney.
///
/// Every value is a statement: who says so, since when, of what kind, how graded. Two statements
/// that conflict stand side by side; nothing here decides which is true.
@NullMarked
package lat.enlace.model.entity;

import org.jspecify.annotations.NullMarked;
