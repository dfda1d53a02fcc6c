// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.time.Instant;

/// Since when and why this state alone contests a mandate.
public record ContestedRow(Instant since, String reason) {}
