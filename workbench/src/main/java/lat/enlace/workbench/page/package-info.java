// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// What all pages share: words in the reader's language, clocks, forms that are sent once, the
/// frame around each page, and the pages for what went wrong.
@NullMarked
package lat.enlace.workbench.page;

import org.jspecify.annotations.NullMarked;
