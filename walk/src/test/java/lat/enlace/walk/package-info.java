// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Officers walk the pages of running nodes in a real Chromium: every story, in Spanish and
/// English, on a wide and a narrow screen, each page checked by axe for what shuts people out.
///
/// A module of its own, and only tests: the walk needs the nodes as separate processes and a
/// browser driver of 200 MB, which no other module and no command should have to fetch. The nodes
/// are those of the demonstration, on other ports, so that a demonstration may run beside it.
///
/// The walk is part of {@code ./enlace test --full}, which is what continuous integration runs, and
/// fails there if no Chromium is named by {@code ENLACE_CHROMIUM} or found on the path. In {@code
/// ./enlace test} it is left out and says so. {@code -Denlace.looks=es-1280,en-360} chooses the
/// looks and keeps a picture of every page under {@code target/walk}.
@NullMarked
package lat.enlace.walk;

import org.jspecify.annotations.NullMarked;
