// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// A Jazzer fuzzer per parser of untrusted input. Nobody keeps a list: the entry points are read
/// from the compiled libraries, and one that cannot be fuzzed fails the build (docs/fuzzing.md).
@NullMarked
package lat.enlace.fuzz;

import org.jspecify.annotations.NullMarked;
