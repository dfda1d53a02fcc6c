// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.ClauseId;

/// A list of claims by a third party (for instance {@code un-sc}) that may be offered to partners
/// under the instrument. Recognition makes no claim true.
public record ListRecognition(ClauseId clause, String list) {}
