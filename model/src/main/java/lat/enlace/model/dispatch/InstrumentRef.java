// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import lat.enlace.bytes.Hash;
import lat.enlace.model.InstrumentId;

/// The instrument a dispatch rests on, bound to the exact text both sides signed.
///
/// @param text SHA-256 of the signed text, so that two versions under one name are never confused
public record InstrumentRef(InstrumentId id, Hash text) {}
