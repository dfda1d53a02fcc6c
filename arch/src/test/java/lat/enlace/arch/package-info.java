// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Architecture rules, run against every module: the arrows, the purity of the libraries, names,
/// errors and personal data. Each rule says why and what to do instead.
@NullMarked
package lat.enlace.arch;

import org.jspecify.annotations.NullMarked;
