// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// A log that was opened, and what was found on the way.
public record OpenedLog(Log log, Recovery recovery) {}
