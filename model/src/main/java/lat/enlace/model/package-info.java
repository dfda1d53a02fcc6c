// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// The vocabulary of the field: identifiers, states and agencies, offences, codes and cases.
///
/// Every identifier is a type of its own and every closed list an enum whose {@code code} is what
/// travels on the wire and stands in the database. Knows no protocol and no storage. Words are
/// those of docs/glossary.md.
@NullMarked
package lat.enlace.model;

import org.jspecify.annotations.NullMarked;
