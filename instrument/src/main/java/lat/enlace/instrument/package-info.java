// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Agreements between states as data: the exact text that every party signs, its model, its
/// standing as each node sees it, and who may still join (docs/spec/instrument.md).
///
/// Pure: no clock, no file, no network. Decisions are in {@link lat.enlace.instrument.decision},
/// operational keys in {@link lat.enlace.instrument.node}.
@NullMarked
package lat.enlace.instrument;

import org.jspecify.annotations.NullMarked;
