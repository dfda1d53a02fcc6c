// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Whom a verifier trusts: the keys of one log, and which witnesses must have cosigned.
public record ProofPolicy(LogKeys log, Quorum quorum) {}
