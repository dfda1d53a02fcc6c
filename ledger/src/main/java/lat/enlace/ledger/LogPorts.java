// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.InstantSource;

/// What a log needs from outside: its files, its keys, and the time it states in its checkpoints.
public record LogPorts(LogStorage storage, LogSigner signer, InstantSource clock) {}
