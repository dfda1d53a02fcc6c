// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Numbers with check digits: national identity and tax numbers of the region and beyond, devices,
/// vessels, vehicles, accounts, travel documents. Formats are listed in docs/spec/matching.md.
///
/// A valid number is one that could have been issued; nothing here says that it was.
@NullMarked
package lat.enlace.matching.identifier;

import org.jspecify.annotations.NullMarked;
